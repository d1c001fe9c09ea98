package io.mysimbdp.emulator;

import io.mysimbdp.emulator.fault.Fault;
import io.mysimbdp.emulator.fault.FaultForge;
import io.mysimbdp.platform.definition.RawStream;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** What has been done to one raw stream so far, counted where it is done. */
final class Tally {
  private final RawStream stream;
  private final FaultForge forge;
  private final long[] sent;
  private final Map<Fault, Long> faults = new EnumMap<>(Fault.class);
  private long read;
  private long unsplit;

  Tally(RawStream stream, int partitions, long close) {
    this.stream = stream;
    this.forge = new FaultForge(stream, close);
    this.sent = new long[partitions];
  }

  String stream() {
    return stream.name();
  }

  FaultForge forge() {
    return forge;
  }

  int partitions() {
    return sent.length;
  }

  long sent(int partition) {
    return sent[partition];
  }

  void countRead() {
    read++;
  }

  void countUnsplit() {
    unsplit++;
  }

  void countFault(Fault fault) {
    faults.merge(fault, 1L, Long::sum);
  }

  void countSent(int partition) {
    sent[partition]++;
  }

  StreamReport report(long emptyLines) {
    return new StreamReport(
        stream(), read, emptyLines, unsplit, faults, Arrays.stream(sent).boxed().toList());
  }
}
