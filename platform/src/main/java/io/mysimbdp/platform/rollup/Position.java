package io.mysimbdp.platform.rollup;

/**
 * Where a row stands in time and in its input, by which {@code first} and {@code last} go.
 *
 * @param time event time in milliseconds since the epoch; of a silver row its window's end
 * @param partition of the raw record; 0 where there is none
 * @param offset of the raw record; 0 where there is none
 */
public record Position(long time, int partition, long offset) implements Comparable<Position> {

  @Override
  public int compareTo(Position other) {
    int order = Long.compare(time, other.time);
    if (order == 0) {
      order = Integer.compare(partition, other.partition);
    }
    return order == 0 ? Long.compare(offset, other.offset) : order;
  }
}
