package io.mysimbdp.platform.record;

/**
 * How long a text may be: texts of several group columns have to fit into one row's key, which in
 * Cassandra ends at 64 KiB. What is refused for it is refused where it comes in or is made, since a
 * row that cannot be stored would stop all rows behind it.
 */
public final class LongestText {
  /** Bytes in UTF-8. */
  public static final int BYTES = 8192;

  private static final int MOST_BYTES_A_CHAR = 3;

  private LongestText() {}

  /** Whether a text is longer than that. */
  public static boolean isExceededBy(String text) {
    if (text.length() * (long) MOST_BYTES_A_CHAR <= BYTES) {
      return false;
    }
    long bytes = 0;
    for (int i = 0; i < text.length() && bytes <= BYTES; i++) {
      char c = text.charAt(i);
      // Half a surrogate pair, of four bytes.
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : MOST_BYTES_A_CHAR;
    }
    return bytes > BYTES;
  }
}
