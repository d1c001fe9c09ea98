package io.mysimbdp.local.endtoend.chaos;

/**
 * A way to break a promise of the stream jar, as one edit of its source. Where the edit does not
 * fit any more, the suite that uses it fails.
 */
enum Mutant {
  /** Rows reach the readers at once, and once more after a restart. */
  SINK_AT_LEAST_ONCE(
      "StreamTopology", "DeliveryGuarantee.EXACTLY_ONCE", "DeliveryGuarantee.AT_LEAST_ONCE", false),
  /** After a restart a partition has no clock, no counts and no open dataset. */
  GATE_STATE_NOT_CHECKPOINTED(
      "source/PartitionSplitSerializer",
      "PartitionState state = split instanceof PartitionSplit own ? own.state() : null;",
      "PartitionState state = null;",
      true),
  /** Cassandra shows rows of transactions that are open, or will be aborted. */
  LOADER_READS_UNCOMMITTED("LoaderJob", "\"read_committed\"", "\"read_uncommitted\"", true);

  private final String type;
  private final String sound;
  private final String broken;
  private final boolean transactional;

  Mutant(String type, String sound, String broken, boolean transactional) {
    this.type = type;
    this.sound = sound;
    this.broken = broken;
    this.transactional = transactional;
  }

  /** The source file below the stream job's package, without its ending. */
  String type() {
    return type;
  }

  /** The source text with the defect in it. */
  String spoil(String source) {
    if (!source.contains(sound)) {
      throw new AssertionError(this + ": there is no '" + sound + "' in " + type + " any more");
    }
    return source.replace(sound, broken);
  }

  /** Whether its sink still has transactions to wait for. */
  boolean transactional() {
    return transactional;
  }
}
