package io.mysimbdp.platform.coredms;

/** Coredms cannot be reached or refuses a statement. The message says what to do. */
public final class CoreDmsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CoreDmsException(String message, Throwable cause) {
    super(message, cause);
  }
}
