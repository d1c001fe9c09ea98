package io.mysimbdp.local.stack;

/** Somebody else listens on a port that the user asked for. */
public final class PortTakenException extends Exception {
  private static final long serialVersionUID = 1L;

  PortTakenException(int port, String option) {
    super(
        "port "
            + port
            + " is taken by another program; free it, name another with "
            + option
            + ", or leave the option out for any free port");
  }
}
