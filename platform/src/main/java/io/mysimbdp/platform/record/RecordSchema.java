package io.mysimbdp.platform.record;

import java.io.Serializable;
import java.util.List;

/** The columns of a record in their order. Names are unique. */
public record RecordSchema(List<Column> columns) implements Serializable {

  public RecordSchema {
    columns = List.copyOf(columns);
  }

  /** The position of the column with this name, or -1 if there is none. */
  public int indexOf(String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** How many columns there are. */
  public int size() {
    return columns.size();
  }

  /** The column at this position. */
  public Column column(int index) {
    return columns.get(index);
  }
}
