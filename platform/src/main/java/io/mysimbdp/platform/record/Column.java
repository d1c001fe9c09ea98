package io.mysimbdp.platform.record;

import java.io.Serializable;

/**
 * One named, typed column of a raw record, a silver row or a gold row.
 *
 * @param precision how many digits a DECIMAL may have in all; 0 if that is not limited, and for the
 *     other types
 * @param scale how many of a DECIMAL's digits stand behind the point; 0 for the other types
 */
public record Column(String name, ColumnType type, boolean nullable, int precision, int scale)
    implements Serializable {

  /** A column that is no DECIMAL, or one of whole numbers. */
  public Column(String name, ColumnType type, boolean nullable) {
    this(name, type, nullable, 0, 0);
  }
}
