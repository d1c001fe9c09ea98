package io.mysimbdp.local.endtoend.rows;

/**
 * One row as text that differs whenever a value differs in a single bit.
 *
 * @param key the columns that say which row it is
 * @param values the other columns
 */
public record Row(String key, String values) {
  @Override
  public String toString() {
    return values.isEmpty() ? key : key + " | " + values;
  }
}
