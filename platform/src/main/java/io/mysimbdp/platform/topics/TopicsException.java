package io.mysimbdp.platform.topics;

/** A tenant's topics are not as its definition wants them. The message says what to do. */
public final class TopicsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TopicsException(String message) {
    super(message);
  }

  public TopicsException(String message, Throwable cause) {
    super(message, cause);
  }
}
