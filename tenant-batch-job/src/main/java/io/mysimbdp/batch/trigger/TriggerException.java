package io.mysimbdp.batch.trigger;

/** A dataset could not be dealt with. The message says why and what to do. */
public final class TriggerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TriggerException(String message) {
    super(message);
  }

  public TriggerException(String message, Throwable cause) {
    super(message, cause);
  }
}
