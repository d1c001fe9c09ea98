package io.mysimbdp.stream.output;

import io.mysimbdp.platform.record.ColumnType;
import io.mysimbdp.platform.record.Timestamps;
import io.mysimbdp.platform.rollup.GroupKey;
import java.util.StringJoiner;
import java.util.function.IntFunction;

/**
 * A group as one text, which no other group of the analytic has: its values between bars. A bar or
 * a backslash in a value stands behind a backslash; null is {@code \N}.
 */
final class GroupText {
  private GroupText() {}

  /**
   * The text of a group.
   *
   * @param type of a group column, by its place in {@code group_by}
   */
  static String of(GroupKey key, IntFunction<ColumnType> type) {
    StringJoiner text = new StringJoiner("|");
    for (int i = 0; i < key.size(); i++) {
      text.add(one(key.value(i), type.apply(i)));
    }
    return text.toString();
  }

  private static String one(Object value, ColumnType type) {
    if (value == null) {
      return "\\N";
    }
    return type == ColumnType.TIMESTAMP
        ? Timestamps.format((Long) value)
        : String.valueOf(value).replace("\\", "\\\\").replace("|", "\\|");
  }
}
