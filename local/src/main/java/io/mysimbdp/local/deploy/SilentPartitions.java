package io.mysimbdp.local.deploy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides which partitions of a stream have been silent for so long that they are not to be waited
 * for. Knows no Kafka and no clock; not thread-safe.
 */
final class SilentPartitions {

  /**
   * What a partition holds.
   *
   * @param end its end offset
   * @param time the largest event time among its last records, milliseconds since the epoch; {@link
   *     Long#MIN_VALUE} if there is none
   */
  record Seen(long end, long time) {}

  /** The event time that a silent partition is to be taken on to. */
  record Due(int partition, long time) {}

  private record Known(long end, long time, long sinceNanos) {}

  private final long idleNanos;
  private final Map<Integer, Known> partitions = new HashMap<>();

  SilentPartitions(Duration idleAfter) {
    this.idleNanos = idleAfter.toNanos();
  }

  /** The end offset last noted for a partition; -1 before the first. */
  long end(int partition) {
    Known known = partitions.get(partition);
    return known == null ? -1 : known.end();
  }

  /** Notes what a partition holds. */
  void note(int partition, Seen seen, long nowNanos) {
    Known known = partitions.get(partition);
    if (known == null || known.end() != seen.end()) {
      long before = known == null ? Long.MIN_VALUE : known.time();
      partitions.put(partition, new Known(seen.end(), Math.max(before, seen.time()), nowNanos));
    }
  }

  /** The partitions that have been silent for long enough and lie behind the others. */
  List<Due> due(long nowNanos) {
    long front = partitions.values().stream().mapToLong(Known::time).max().orElse(Long.MIN_VALUE);
    List<Due> due = new ArrayList<>();
    partitions.forEach(
        (partition, known) -> {
          if (known.time() < front && nowNanos - known.sinceNanos() >= idleNanos) {
            due.add(new Due(partition, front));
          }
        });
    return due;
  }
}
