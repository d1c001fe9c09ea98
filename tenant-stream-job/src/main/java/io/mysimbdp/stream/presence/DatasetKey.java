package io.mysimbdp.stream.presence;

import io.mysimbdp.platform.rollup.GroupKey;
import io.mysimbdp.platform.window.Windows;

/**
 * Keys of an entity or a place within a dataset. As the dataset's close is part of the key,
 * datasets know nothing of each other, nor of records outside any.
 */
final class DatasetKey {
  private DatasetKey() {}

  /**
   * A key.
   *
   * @param group of the {@link PresencePlan}
   * @param name who or where
   * @param close before which all records of the dataset lie, milliseconds since the epoch; {@link
   *     Windows#NONE} outside any
   */
  static GroupKey of(int group, Object name, long close) {
    return new GroupKey(group, name, close);
  }

  /** Who or where. */
  static Object name(GroupKey key) {
    return key.value(0);
  }

  /** The close of the dataset, or {@link Windows#NONE}. */
  static long close(GroupKey key) {
    return (Long) key.value(1);
  }

  /** Whether no record of the key's dataset lies behind this instant. */
  static boolean endsAt(GroupKey key, long instant) {
    return close(key) == instant + 1;
  }

  /** Whether there is a dataset that will end. */
  static boolean ends(GroupKey key) {
    return close(key) != Windows.NONE;
  }
}
