package io.mysimbdp.local.flink;

import java.util.List;

/** Shortens the stack traces that Flink returns to what a person wants to know first. */
final class StackTraces {
  private static final String CAUSE = "Caused by: ";

  private StackTraces() {}

  /** The first line and the innermost cause with the frame where it was thrown. */
  static String causes(String trace) {
    List<String> lines = trace.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    if (lines.isEmpty()) {
      return "no reason given";
    }
    int innermost = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(CAUSE)) {
        innermost = i;
      }
    }
    String cause = lines.get(innermost);
    String text = cause.startsWith(CAUSE) ? cause.substring(CAUSE.length()) : cause;
    boolean hasFrame = innermost + 1 < lines.size() && lines.get(innermost + 1).startsWith("at ");
    return hasFrame ? text + " (" + lines.get(innermost + 1) + ")" : text;
  }
}
