package io.mysimbdp.emulator.format;

/**
 * One field of a JSON record.
 *
 * @param column its position in the stream's schema; -1 if the schema has no such column
 * @param token its value as JSON text
 */
public record Field(String name, int column, String token) {

  /** The same field with another value. */
  public Field with(String otherToken) {
    return new Field(name, column, otherToken);
  }
}
