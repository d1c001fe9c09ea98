package io.mysimbdp.local.endtoend.cluster;

import io.mysimbdp.local.endtoend.rows.RowShape;

/** The columns of the tenant cluster's rows, as the requirements tell them. */
public final class Cluster {
  /** The group of the events that name no machine. */
  public static final String UNASSIGNED = "unassigned";

  public static final RowShape MACHINE_USAGE =
      RowShape.of(
          "machine_usage",
          3,
          "machine:TEXT",
          "window_start:TIME",
          "window_end:TIME",
          "total_cpu_request:DOUBLE",
          "total_memory_request:DOUBLE",
          "avg_cpu_request:DOUBLE",
          "avg_memory_request:DOUBLE",
          "events:LONG",
          "evictions:LONG");

  public static final RowShape JOB_ACTIVITY =
      RowShape.of(
          "job_activity",
          3,
          "event_type:LONG",
          "window_start:TIME",
          "window_end:TIME",
          "events:LONG");

  public static final RowShape MACHINE_DAYS =
      RowShape.of(
          "machine_days",
          4,
          "period:TEXT",
          "period_start:TIME",
          "period_end:TIME",
          "machine:TEXT",
          "peak_cpu_request:DOUBLE",
          "mean_cpu_request:DOUBLE",
          "peak_memory_request:DOUBLE",
          "mean_memory_request:DOUBLE",
          "events:LONG",
          "evictions:LONG");

  public static final RowShape HOTTEST_MACHINES =
      RowShape.of(
          "hottest_machines",
          4,
          "period:TEXT",
          "period_start:TIME",
          "period_end:TIME",
          "machine:TEXT",
          "peak_cpu_request:DOUBLE",
          "mean_cpu_request:DOUBLE",
          "evictions:LONG",
          "rank:LONG",
          "ranked:LONG",
          "share:DOUBLE");

  private Cluster() {}
}
