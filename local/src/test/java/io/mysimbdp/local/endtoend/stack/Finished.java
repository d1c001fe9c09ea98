package io.mysimbdp.local.endtoend.stack;

/**
 * How a command ended and what it said.
 *
 * @param out standard output
 * @param err standard error
 */
public record Finished(String command, int exit, String out, String err) {

  /** Standard output and error. */
  public String said() {
    return out + err;
  }

  /** Itself, if the command succeeded. */
  public Finished succeeded() {
    return ended(0);
  }

  /** Itself, if the command ended with this status. */
  public Finished ended(int expected) {
    if (exit != expected) {
      throw new AssertionError("expected exit status " + expected + " of " + this);
    }
    return this;
  }

  @Override
  public String toString() {
    return "$ mysimbdp " + command + "\n" + out + err + "exit status " + exit;
  }
}
