package io.mysimbdp.platform.rollup;

/**
 * What a rollup has gathered for one group and span. Made, filled and read by its {@link
 * RollupProgram}; not thread-safe.
 */
public final class Accumulator {
  final Cell[] cells;
  long records;

  Accumulator(Cell[] cells) {
    this.cells = cells;
  }

  /** How many rows were added: the hidden count by which the ledger balances. */
  public long records() {
    return records;
  }
}
