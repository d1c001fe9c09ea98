package io.mysimbdp.local.endtoend.oracle;

import java.nio.file.Path;
import java.util.List;

/**
 * What a dataset of good readings must come to when each is in time: computed from the files alone.
 *
 * @param analytics silver and gold
 * @param readings how many there are
 * @param from the earliest event time, milliseconds since the epoch
 * @param close one millisecond after the latest event time
 */
public record FileOracle(Analytics analytics, long readings, long from, long close) {

  /** Reads the files, in any order. */
  public static FileOracle of(List<Path> files) {
    Analytics analytics = new Analytics();
    long[] range = {0, Long.MAX_VALUE, Long.MIN_VALUE};
    for (Path file : files) {
      CsvReadings.forEach(
          file,
          reading -> {
            analytics.add(reading);
            range[0]++;
            range[1] = Math.min(range[1], reading.eventTime());
            range[2] = Math.max(range[2], reading.eventTime());
          });
    }
    return new FileOracle(analytics, range[0], range[1], range[2] + 1);
  }

  /** Up to which window end the dataset's silver goes; milliseconds since the epoch. */
  public long finalEnd() {
    return VmCpu.finalEnd(close);
  }
}
