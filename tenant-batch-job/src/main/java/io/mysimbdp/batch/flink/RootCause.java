package io.mysimbdp.batch.flink;

/** Finds in a Java stack trace the line that a person wants to read. */
final class RootCause {
  private static final String CAUSED_BY = "Caused by: ";

  private RootCause() {}

  /**
   * The message of the innermost cause, without its class's package; the text's first line else.
   */
  static String of(String trace) {
    String text = trace.strip();
    int last = text.lastIndexOf(CAUSED_BY);
    String line =
        (last < 0 ? text : text.substring(last + CAUSED_BY.length()))
            .lines()
            .findFirst()
            .orElse("");
    return line.replaceFirst("^(?:[\\w$]+\\.)+([A-Z][\\w$]*)(?=:|$)", "$1");
  }
}
