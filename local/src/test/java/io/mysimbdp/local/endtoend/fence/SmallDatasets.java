package io.mysimbdp.local.endtoend.fence;

import io.mysimbdp.local.endtoend.stack.RawProducer;
import java.util.ArrayList;
import java.util.List;

/**
 * Datasets of vm-cpu, an hour each, that follow one another; fed in slices of some hundred
 * readings.
 */
public final class SmallDatasets implements AutoCloseable {
  /** Seconds; multiples of every window, as is the gap in which the last windows end. */
  private static final int SPAN = 3_600;

  private static final int PERIOD = SPAN + 900;
  private static final int SLICE = 600;
  private static final int EVERY = 5;

  private final RawProducer producer;
  private final List<String> names = new ArrayList<>();
  private int slices;

  public SmallDatasets(RawProducer producer) {
    this.producer = producer;
  }

  /** The names of all that were begun. */
  public List<String> names() {
    return List.copyOf(names);
  }

  /** The name of the one that was begun last. */
  public String last() {
    return names.get(names.size() - 1);
  }

  /** Opens the next one. */
  public void begin() {
    names.add("fenced-" + names.size());
    slices = 0;
    producer.begin(last(), from(), from() + SPAN);
  }

  private int from() {
    return (names.size() - 1) * PERIOD;
  }

  /** Sends the next slice of readings. */
  public void slice() {
    int start = from() + slices * SLICE;
    for (int second = start; second < start + SLICE; second += EVERY) {
      int number = second / EVERY;
      producer.reading(number % producer.partitions(), "vm-" + number % 7, second, number % 101);
    }
    slices++;
  }

  /** Closes it; readings are dealt out evenly. */
  public void end() {
    int sent = slices * SLICE / EVERY / producer.partitions();
    for (int partition = 0; partition < producer.partitions(); partition++) {
      producer.end(last(), partition, from(), from() + SPAN, sent);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
