package io.mysimbdp.platform.rollup;

import java.util.Arrays;
import java.util.List;

/**
 * The group that a row falls into: which rollup, and the values of its group columns. Its hash is
 * the same in every JVM, so that it may spread keys over machines.
 */
public final class GroupKey {
  private final int rollup;
  private final Object[] values;
  private final int hash;

  /**
   * A key.
   *
   * @param rollup the rollup's index in its program list
   * @param values as {@link io.mysimbdp.platform.record.Row#get} gives them; not copied
   */
  public GroupKey(int rollup, Object... values) {
    this.rollup = rollup;
    this.values = values;
    this.hash = 31 * Arrays.hashCode(values) + rollup;
  }

  /** The rollup's index in its program list. */
  public int rollup() {
    return rollup;
  }

  /** How many group columns there are. */
  public int size() {
    return values.length;
  }

  /** The value of a group column, by its place in {@code group_by}. May be null. */
  public Object value(int index) {
    return values[index];
  }

  /** The values in the order of {@code group_by}; unmodifiable. */
  public List<Object> values() {
    return java.util.Collections.unmodifiableList(Arrays.asList(values));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GroupKey key
        && hash == key.hash
        && rollup == key.rollup
        && Arrays.equals(values, key.values);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return rollup + Arrays.toString(values);
  }
}
