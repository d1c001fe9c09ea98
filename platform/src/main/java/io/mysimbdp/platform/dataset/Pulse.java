package io.mysimbdp.platform.dataset;

/**
 * A control record in a raw partition that has fallen silent: the other partitions of its stream
 * have reached this event time, so this one is not waited for up to there. It stands in the raw
 * topic, so what comes of it is decided by the topic alone and not by when somebody noticed.
 *
 * @param partition the partition that it stands in
 * @param time event time, milliseconds since the epoch
 */
public record Pulse(int partition, long time) {
  /** The value of its control header. */
  public static final String HEADER = "pulse";
}
