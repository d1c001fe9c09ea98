package io.mysimbdp.local.stack;

/** A stack cannot be started or stopped; the message says why and where to look. */
public class StackException extends Exception {
  private static final long serialVersionUID = 1L;

  public StackException(String message) {
    super(message);
  }

  public StackException(String message, Throwable cause) {
    super(message, cause);
  }
}
