package io.mysimbdp.local.endtoend.oracle;

import io.mysimbdp.local.endtoend.rows.RowShape;
import java.util.List;

/** The tenant vm-cpu as the requirements tell it: its windows and the columns of its rows. */
public final class VmCpu {
  public static final WindowGrid TUMBLING = WindowGrid.minutes(3, 3);
  public static final WindowGrid ROLLING = WindowGrid.minutes(15, 5);

  /** How far a record may lie behind the largest event time of its partition; milliseconds. */
  public static final long OUT_OF_ORDERNESS = 30_000;

  /** Above this percentage a reading is a spike, and an average an anomaly. */
  public static final double LIMIT = 90.0;

  public static final RowShape WINDOWS =
      RowShape.of(
          "vm_cpu_windows",
          3,
          "vm_id:TEXT",
          "window_start:TIME",
          "window_end:TIME",
          "avg_max_cpu:DOUBLE",
          "peak_cpu:DOUBLE",
          "readings:LONG",
          "is_anomaly:BOOLEAN");

  public static final RowShape ROLLING_WINDOWS =
      RowShape.of(
          "vm_cpu_rolling",
          3,
          "vm_id:TEXT",
          "window_start:TIME",
          "window_end:TIME",
          "avg_max_cpu:DOUBLE");

  /** Rows without a window can repeat each other, so the whole row is its key. */
  public static final RowShape SPIKES =
      RowShape.of("vm_cpu_spikes", 3, "vm_id:TEXT", "event_time:TIME", "max_cpu:DOUBLE");

  public static final RowShape RECOMMENDATIONS =
      RowShape.of(
          "vm_recommendations",
          3,
          "interval_start:TIME",
          "interval_end:TIME",
          "vm_id:TEXT",
          "windows:LONG",
          "anomalous_windows:LONG",
          "first_window:TIME",
          "last_window:TIME",
          "peak_cpu:DOUBLE",
          "overload_frequency:DOUBLE",
          "recommendation:TEXT");

  /** The silver analytics, in the order of the requirements. */
  public static final List<RowShape> SILVER = List.of(WINDOWS, ROLLING_WINDOWS, SPIKES);

  private VmCpu() {}

  /**
   * The latest end of any window that contains the instant before {@code close}.
   *
   * @param close milliseconds since the epoch, exclusive
   */
  public static long finalEnd(long close) {
    return Math.max(TUMBLING.latestEnd(close - 1), ROLLING.latestEnd(close - 1));
  }
}
