package io.mysimbdp.emulator;

import io.mysimbdp.emulator.fault.FaultListener;
import io.mysimbdp.emulator.fault.FaultPlan;
import io.mysimbdp.emulator.input.Input;
import io.mysimbdp.emulator.order.Delays;
import io.mysimbdp.emulator.synthetic.AzureVm;
import io.mysimbdp.emulator.synthetic.SyntheticData;
import io.mysimbdp.emulator.synthetic.VmCpuSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What to send and how.
 *
 * @param order of the records; synthetic data are in event-time order anyway
 * @param delays records that arrive late
 * @param pace how fast to send
 * @param duration stop sending after so much wall-clock time; null to send everything
 * @param stamp move all event times by the same whole number of seconds, so that the dataset begins
 *     (about) at this instant; null to leave them as they are
 * @param faults what to spoil
 * @param faultListener told of each spoilt record
 * @param seed of delays and faults (synthetic data have their own)
 * @param dataset the dataset's name, unique within the tenant; null to make one up
 * @param from no record has an earlier event time; null for the earliest readable one
 * @param close all records have an earlier event time; null for a millisecond after the latest
 *     readable one
 * @param endMarkers which partitions get their end marker; the report has those held back
 * @param sortMemory bytes of lines to sort in memory before temporary files are used
 */
public record EmulatorOptions(
    Source source,
    Order order,
    Delays delays,
    Pace pace,
    Duration duration,
    Instant stamp,
    FaultPlan faults,
    FaultListener faultListener,
    long seed,
    String dataset,
    Instant from,
    Instant close,
    PartitionChoice endMarkers,
    long sortMemory) {

  /** Chooses among the partitions of all raw streams. */
  @FunctionalInterface
  public interface PartitionChoice {
    boolean includes(String stream, int partition);
  }

  public EmulatorOptions {
    if (from != null && close != null && !from.isBefore(close)) {
      throw new IllegalArgumentException(
          "a dataset closes after it begins, but from is " + from + " and close " + close);
    }
    if (dataset != null && dataset.isBlank()) {
      throw new IllegalArgumentException("a dataset needs a name, not a blank one");
    }
    if (duration != null && (duration.isNegative() || duration.isZero())) {
      throw new IllegalArgumentException("a duration is more than 0, not " + duration);
    }
  }

  /** Options for replaying files; a header line is known by its names. */
  public static Builder replaying(List<Input> inputs) {
    return new Builder(new Source.Replayed(inputs, false));
  }

  /** Options for replaying files whose first line names the columns. */
  public static Builder replayingWithHeader(List<Input> inputs) {
    return new Builder(new Source.Replayed(inputs, true));
  }

  /** Options for synthetic vm-cpu data. */
  public static Builder synthetic(VmCpuSpec spec) {
    return synthetic(new AzureVm(spec));
  }

  /** Options for synthetic data of any kind. */
  public static Builder synthetic(SyntheticData data) {
    return new Builder(new Source.Synthetic(data));
  }

  /** Collects options; what is not set has the plainest meaning: everything, once, unspoilt. */
  public static final class Builder {
    private final Source source;
    private Order order = Order.EVENT_TIME;
    private Delays delays = Delays.NONE;
    private Pace pace = new Pace.Unlimited();
    private Duration duration;
    private Instant stamp;
    private FaultPlan faults = FaultPlan.NONE;
    private FaultListener faultListener = (stream, input, line, fault) -> {};
    private long seed = 1;
    private String dataset;
    private Instant from;
    private Instant close;
    private PartitionChoice endMarkers = (stream, partition) -> true;
    private long sortMemory = Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 8);

    private Builder(Source source) {
      this.source = source;
    }

    /** See {@link EmulatorOptions#order}. */
    public Builder order(Order value) {
      order = value;
      return this;
    }

    /** See {@link EmulatorOptions#delays}. */
    public Builder delays(Delays value) {
      delays = value;
      return this;
    }

    /** See {@link EmulatorOptions#pace}. */
    public Builder pace(Pace value) {
      pace = value;
      return this;
    }

    /** See {@link EmulatorOptions#duration}. */
    public Builder duration(Duration value) {
      duration = value;
      return this;
    }

    /** See {@link EmulatorOptions#stamp}. */
    public Builder stamp(Instant value) {
      stamp = value;
      return this;
    }

    /** See {@link EmulatorOptions#faults}. */
    public Builder faults(FaultPlan value) {
      faults = value;
      return this;
    }

    /** See {@link EmulatorOptions#faultListener}. */
    public Builder faultListener(FaultListener value) {
      faultListener = value;
      return this;
    }

    /** See {@link EmulatorOptions#seed}. */
    public Builder seed(long value) {
      seed = value;
      return this;
    }

    /** See {@link EmulatorOptions#dataset}. */
    public Builder dataset(String value) {
      dataset = value;
      return this;
    }

    /** See {@link EmulatorOptions#from}. */
    public Builder from(Instant value) {
      from = value;
      return this;
    }

    /** See {@link EmulatorOptions#close}. */
    public Builder close(Instant value) {
      close = value;
      return this;
    }

    /** See {@link EmulatorOptions#endMarkers}. */
    public Builder endMarkers(PartitionChoice value) {
      endMarkers = value;
      return this;
    }

    /** See {@link EmulatorOptions#sortMemory}. */
    public Builder sortMemory(long value) {
      sortMemory = value;
      return this;
    }

    /** The options. */
    public EmulatorOptions build() {
      return new EmulatorOptions(
          source,
          order,
          delays,
          pace,
          duration,
          stamp,
          faults,
          faultListener,
          seed,
          dataset,
          from,
          close,
          endMarkers,
          sortMemory);
    }
  }
}
