package io.mysimbdp.local.endtoend.chaos;

/** An exception as a line of a report. */
final class Trouble {
  private Trouble() {}

  /** What broke off, and why, down to the first cause. */
  static String of(String what, Throwable thrown) {
    StringBuilder text = new StringBuilder(what);
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      text.append(cause == thrown ? ": " : "\n  because of ").append(cause);
    }
    return text.toString();
  }
}
