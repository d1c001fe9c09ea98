package io.mysimbdp.local.endtoend.oracle;

/**
 * A ledger: what became of the records of a dataset, of one partition or of all.
 *
 * @param sent as the producer says
 */
public record Tally(long sent, long accepted, long rejected, long late) {
  public static final Tally ZERO = new Tally(0, 0, 0, 0);

  public Tally plus(Tally other) {
    return new Tally(
        sent + other.sent, accepted + other.accepted, rejected + other.rejected, late + other.late);
  }

  /** Whether every record that was sent is accounted for, and no other. */
  public boolean balanced() {
    return sent == accepted + rejected + late;
  }
}
