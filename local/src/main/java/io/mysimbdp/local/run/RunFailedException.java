package io.mysimbdp.local.run;

/** A run cannot come to its end; the message says why. */
public final class RunFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  RunFailedException(String message) {
    super(message);
  }

  RunFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
