package io.mysimbdp.platform.record;

/** The types a column may have, and how {@link Row} holds each. */
public enum ColumnType {
  /** Unicode text; {@link String}. */
  TEXT(false),
  /** 64-bit signed integer; {@link Long}. */
  LONG(true),
  /** IEEE 754 binary64; {@link Double}. Never NaN or infinite in a row. */
  DOUBLE(true),
  /** {@link Boolean}. */
  BOOLEAN(true),
  /** An instant, milliseconds since 1970-01-01T00:00:00Z; {@link Long} in a row. */
  TIMESTAMP(true),
  /** An exact decimal number, always at its column's scale; {@link java.math.BigDecimal}. */
  DECIMAL(false),
  /** A mergeable sketch of a distribution, never of no values; its canonical {@link String}. */
  SKETCH(false);

  private final boolean primitive;

  ColumnType(boolean primitive) {
    this.primitive = primitive;
  }

  /** Whether a {@link Row} keeps values of this type as 64 bits rather than as an object. */
  public boolean isPrimitive() {
    return primitive;
  }

  /** Whether values of this type are numbers, of which there is a sum. */
  public boolean isNumber() {
    return this == LONG || this == DOUBLE || this == DECIMAL;
  }
}
