package io.mysimbdp.local.endtoend.oracle;

import java.util.HashMap;
import java.util.Map;

/**
 * The stream job's contract as a program of its own: raw partitions in, each in offset order, and
 * out comes what must be in silver, in gold, among the late records and the dead letters, and in
 * the ledger.
 */
public final class GateOracle {
  private final GateOutcome outcome = new GateOutcome();
  private final Map<Integer, GatePartition> partitions = new HashMap<>();

  /** The next record; those of one partition must come in offset order. */
  public void read(RawRecord raw) {
    partitions.computeIfAbsent(raw.partition(), partition -> new GatePartition(outcome)).read(raw);
  }

  public GateOutcome outcome() {
    return outcome;
  }
}
