package io.mysimbdp.emulator;

/** An emulation could not be started or finished; the message is meant for the person who asked. */
public final class EmulationException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean wrongUse;

  private EmulationException(boolean wrongUse, String message, Throwable cause) {
    super(message, cause);
    this.wrongUse = wrongUse;
  }

  /** What was asked for cannot be done: a file that is not there, options that contradict. */
  public static EmulationException wrongUse(String message, Throwable cause) {
    return new EmulationException(true, message, cause);
  }

  /** What was asked for went wrong: a broker that does not answer, a file that breaks off. */
  public static EmulationException failed(String message, Throwable cause) {
    return new EmulationException(false, message, cause);
  }

  /** Whether the request was wrong (exit status 2) rather than its execution (1). */
  public boolean isWrongUse() {
    return wrongUse;
  }
}
