package io.mysimbdp.local.cli;

/** Makes text that came from outside harmless to a terminal. */
final class Printable {
  private Printable() {}

  /**
   * JSON that means the same, with every character that a terminal might obey, or that turns what
   * stands beside it around, written as {@code \\uXXXX}.
   */
  static String json(String json) {
    if (json.codePoints().noneMatch(Printable::isObeyed)) {
      return json;
    }
    StringBuilder text = new StringBuilder(json.length() + 64);
    json.codePoints()
        .forEach(
            character -> {
              if (isObeyed(character)) {
                for (char half : Character.toChars(character)) {
                  text.append("\\u").append(Integer.toHexString(0x10000 | half), 1, 5);
                }
              } else {
                text.appendCodePoint(character);
              }
            });
    return text.toString();
  }

  private static boolean isObeyed(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
