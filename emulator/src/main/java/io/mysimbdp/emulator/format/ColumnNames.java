package io.mysimbdp.emulator.format;

import io.mysimbdp.platform.record.Column;
import io.mysimbdp.platform.record.RecordSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds the columns of a schema by the names in a header line, which are written for people: {@code
 * Dropoff Centroid Location} is {@code dropoff_centroid_location}.
 */
final class ColumnNames {
  private final Map<String, String> known = new HashMap<>();

  ColumnNames(RecordSchema schema) {
    for (Column column : schema.columns()) {
      known.putIfAbsent(normalised(column.name()), column.name());
    }
  }

  /** In lower case, every run of what is neither letter nor digit as one {@code _}. */
  static String normalised(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]+", "_");
  }

  /** The names that the cells of a header have in records: the schema's, or normalised ones. */
  List<String> of(Cells header) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < header.count(); i++) {
      String name = normalised(header.text(i));
      names.add(known.getOrDefault(name, name));
    }
    return names;
  }

  /** How many cells name a column of the schema. */
  int known(Cells line) {
    int count = 0;
    for (int i = 0; i < line.count(); i++) {
      if (known.containsKey(normalised(line.text(i)))) {
        count++;
      }
    }
    return count;
  }
}
