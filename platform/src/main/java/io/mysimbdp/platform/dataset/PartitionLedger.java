package io.mysimbdp.platform.dataset;

/**
 * What became of the records of one dataset in one raw partition, counted by the lateness gate.
 *
 * @param sent what the producer says it sent
 * @param accepted joined every window they belong to
 * @param rejected became dead letters
 * @param late missed a window of some rollup
 * @param duplicate had been seen before, by their declared identity
 */
public record PartitionLedger(
    String stream,
    int partition,
    long sent,
    long accepted,
    long rejected,
    long late,
    long duplicate) {

  /** Whether every record that was sent is accounted for, and no other. */
  public boolean balanced() {
    return sent == accepted + rejected + late + duplicate;
  }
}
