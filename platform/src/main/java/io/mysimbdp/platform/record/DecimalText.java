package io.mysimbdp.platform.record;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Decimal numbers as text: {@code 8.75}, {@code -3}, {@code 1.2e3}. What is read is exact or
 * refused, and no text, such as {@code 1e999999999}, costs more memory than it is long.
 */
public final class DecimalText {
  /** No number has more digits than this. */
  public static final int MAX_PRECISION = 38;

  /** A sum has more digits than its summands; no sum of this platform has more than this. */
  private static final int UNLIMITED = 300;

  private static final int LONGEST = 1000;
  private static final int SHOWN = 40;
  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,9})?");

  private DecimalText() {}

  /** A text is not the decimal number that it should be. The message follows on its name. */
  public static final class NoDecimalException extends Exception {
    private static final long serialVersionUID = 1L;

    /** No stack trace: bad data may come in floods. */
    NoDecimalException(String message) {
      super(message, null, false, false);
    }
  }

  /** Plain notation, as many digits behind the point as the value's scale. */
  public static String write(BigDecimal value) {
    return value.toPlainString();
  }

  /**
   * The number that a text stands for, at the scale of a column.
   *
   * @throws NoDecimalException if it is no number or does not fit the column exactly
   */
  public static BigDecimal read(String text, Column column) throws NoDecimalException {
    BigDecimal value = number(text);
    if (value.signum() == 0) {
      return BigDecimal.ZERO.setScale(column.scale());
    }
    int digits = (column.precision() == 0 ? UNLIMITED : column.precision()) - column.scale();
    if ((long) value.precision() - value.scale() > digits) {
      throw new NoDecimalException(
          "has more than " + digits + " digits before the point: " + shorten(text));
    }
    if (value.scale() > column.scale() && value.stripTrailingZeros().scale() > column.scale()) {
      throw new NoDecimalException(
          "has more than " + column.scale() + " digits behind the point: " + shorten(text));
    }
    return value.setScale(column.scale());
  }

  /**
   * The number that a text in plain notation stands for, at the scale that it is written with.
   *
   * @throws NoDecimalException if it is no such text
   */
  public static BigDecimal readPlain(String text) throws NoDecimalException {
    BigDecimal value = number(text);
    if (value.scale() < 0 || value.scale() > MAX_PRECISION || value.precision() > MAX_PRECISION) {
      throw new NoDecimalException("has more than " + MAX_PRECISION + " digits: " + shorten(text));
    }
    return value;
  }

  private static BigDecimal number(String text) throws NoDecimalException {
    if (text.length() > LONGEST || !NUMBER.matcher(text).matches()) {
      throw new NoDecimalException("should be a decimal number but is '" + shorten(text) + "'");
    }
    return new BigDecimal(text);
  }

  private static String shorten(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
