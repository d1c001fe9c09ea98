package io.mysimbdp.stream.source;

import io.mysimbdp.stream.gate.PartitionState;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;

/** A partition to read together with all that the gate knows about it. */
public final class PartitionSplit extends KafkaPartitionSplit {
  private static final long serialVersionUID = 1L;

  private final transient PartitionState state;

  PartitionSplit(KafkaPartitionSplit split, PartitionState state) {
    super(
        split.getTopicPartition(),
        split.getStartingOffset(),
        split.getStoppingOffset().orElse(NO_STOPPING_OFFSET));
    this.state = state;
  }

  PartitionState state() {
    return state;
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }
}
