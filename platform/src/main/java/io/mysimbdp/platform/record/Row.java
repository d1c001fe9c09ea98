package io.mysimbdp.platform.record;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * The values of one record, by column position. Primitive types are held as 64 bits, so that
 * reading a number costs no object; the {@link RecordSchema} that a row belongs to says which
 * accessor a column has. A row is mutable and meant to be reused; it is not thread-safe.
 */
public final class Row {
  private final long[] bits;
  private final Object[] objects;
  private final boolean[] present;

  /** A row of this many columns, all null. */
  public Row(int columns) {
    bits = new long[columns];
    objects = new Object[columns];
    present = new boolean[columns];
  }

  public int size() {
    return bits.length;
  }

  /** Makes every column null. */
  public void clear() {
    Arrays.fill(present, false);
    Arrays.fill(objects, null);
  }

  public boolean isNull(int column) {
    return !present[column];
  }

  public void setNull(int column) {
    present[column] = false;
    objects[column] = null;
  }

  /** A LONG, or a TIMESTAMP in milliseconds since the epoch. Undefined if the column is null. */
  public long getLong(int column) {
    return bits[column];
  }

  public void setLong(int column, long value) {
    bits[column] = value;
    present[column] = true;
  }

  /** A DOUBLE. Undefined if the column is null. */
  public double getDouble(int column) {
    return Double.longBitsToDouble(bits[column]);
  }

  public void setDouble(int column, double value) {
    bits[column] = Double.doubleToRawLongBits(value);
    present[column] = true;
  }

  /** A BOOLEAN. Undefined if the column is null. */
  public boolean getBoolean(int column) {
    return bits[column] != 0;
  }

  public void setBoolean(int column, boolean value) {
    bits[column] = value ? 1 : 0;
    present[column] = true;
  }

  /** A DECIMAL at its column's scale, or null. */
  public BigDecimal getDecimal(int column) {
    return (BigDecimal) objects[column];
  }

  /** Sets a DECIMAL, which is at its column's scale; null makes the column null. */
  public void setDecimal(int column, BigDecimal value) {
    objects[column] = value;
    present[column] = value != null;
  }

  /** A TEXT, a SKETCH, or null. */
  public String getText(int column) {
    return (String) objects[column];
  }

  /** Sets a TEXT or a SKETCH; null makes the column null. */
  public void setText(int column, String value) {
    objects[column] = value;
    present[column] = value != null;
  }

  /**
   * The value as an object: {@link String} (also for SKETCH), {@link Long} (also for TIMESTAMP),
   * {@link Double}, {@link Boolean}, {@link BigDecimal}, or null.
   */
  public Object get(int column, ColumnType type) {
    if (!present[column]) {
      return null;
    }
    return switch (type) {
      case TEXT, DECIMAL, SKETCH -> objects[column];
      case LONG, TIMESTAMP -> (Object) bits[column];
      case DOUBLE -> (Object) getDouble(column);
      case BOOLEAN -> (Object) getBoolean(column);
    };
  }

  /** Sets a value given as {@link #get} returns it. */
  public void set(int column, ColumnType type, Object value) {
    if (value == null) {
      setNull(column);
      return;
    }
    switch (type) {
      case TEXT, SKETCH -> setText(column, (String) value);
      case LONG, TIMESTAMP -> setLong(column, (Long) value);
      case DOUBLE -> setDouble(column, (Double) value);
      case BOOLEAN -> setBoolean(column, (Boolean) value);
      case DECIMAL -> setDecimal(column, (BigDecimal) value);
    }
  }
}
