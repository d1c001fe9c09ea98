package io.mysimbdp.platform.definition.reading;

import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Where in the file each character of a scalar stands. YAML drops quotes, escapes, indentation and
 * line ends; so value and file are walked along together.
 */
final class ScalarPlaces {
  private final int[] file;
  private final int[] value;
  private final ScalarStyle style;
  private int index;
  private int line;
  private int column;

  ScalarPlaces(String text, ScalarNode scalar) {
    file = text.codePoints().toArray();
    value = scalar.getValue().codePoints().toArray();
    style = scalar.getScalarStyle();
    Mark mark = scalar.getStartMark().orElseThrow();
    index = mark.getIndex();
    line = mark.getLine() + 1;
    column = mark.getColumn() + 1;
  }

  /** Line and column, both from 1, of the code point at this offset of the scalar's value. */
  int[] at(int offset) {
    if (style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED) {
      while (index < file.length && file[index] != '\n') {
        step(); // over the header, such as |-
      }
    } else if (style != ScalarStyle.PLAIN) {
      step(); // over the quote
    }
    for (int i = 0; i < Math.min(offset, value.length); i++) {
      find(value[i]);
      step(written());
    }
    if (offset < value.length) {
      find(value[offset]);
    }
    return new int[] {line, column};
  }

  /** Over line ends and indentation that are not in the value. */
  private void find(int wanted) {
    while (index < file.length
        && file[index] != wanted
        && Character.isWhitespace(file[index])
        && !(wanted == ' ' && style != ScalarStyle.LITERAL && file[index] == '\n')) {
      step();
    }
  }

  /** How many characters of the file the current one of the value takes. */
  private int written() {
    if (index >= file.length) {
      return 0;
    }
    if (style == ScalarStyle.SINGLE_QUOTED && file[index] == '\'') {
      return 2;
    }
    if (style != ScalarStyle.DOUBLE_QUOTED || file[index] != '\\' || index + 1 >= file.length) {
      return 1;
    }
    return switch (file[index + 1]) {
      case 'x' -> 4;
      case 'u' -> 6;
      case 'U' -> 10;
      default -> 2;
    };
  }

  private void step(int count) {
    for (int i = 0; i < count; i++) {
      step();
    }
  }

  private void step() {
    if (index < file.length) {
      boolean newLine = file[index++] == '\n';
      line += newLine ? 1 : 0;
      column = newLine ? 1 : column + 1;
    }
  }
}
