package io.mysimbdp.emulator;

import io.mysimbdp.emulator.fault.Fault;
import java.util.List;
import java.util.Map;

/**
 * What was done to one raw stream. {@code sum of sent = read + repeated - withheld}.
 *
 * @param read records taken from the input
 * @param emptyLines lines of the input that are no record
 * @param unsplit of those read, the ones that could not be split into fields and were sent as they
 *     stand
 * @param faults by kind, how many records got it; kinds that came up only
 * @param sent by partition, data records between its markers
 */
public record StreamReport(
    String stream,
    long read,
    long emptyLines,
    long unsplit,
    Map<Fault, Long> faults,
    List<Long> sent) {

  public StreamReport {
    faults = Map.copyOf(faults);
    sent = List.copyOf(sent);
  }

  /** Data records sent to all partitions. */
  public long sentInAll() {
    return sent.stream().mapToLong(Long::longValue).sum();
  }

  /** How many records got a fault with this effect. */
  public long count(Fault.Effect effect) {
    return faults.entrySet().stream()
        .filter(entry -> entry.getKey().effect() == effect)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
