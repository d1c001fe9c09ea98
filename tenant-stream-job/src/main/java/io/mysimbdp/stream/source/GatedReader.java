package io.mysimbdp.stream.source;

import io.mysimbdp.stream.gate.Gated;
import io.mysimbdp.stream.gate.LatenessGate;
import io.mysimbdp.stream.gate.PartitionState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.InputStatus;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads partitions through the gate and checkpoints what the gate knows with each split. */
final class GatedReader implements SourceReader<Gated, KafkaPartitionSplit> {
  private final SourceReader<ConsumerRecord<byte[], byte[]>, KafkaPartitionSplit> kafka;
  private final LatenessGate gate;
  private final long outOfOrderness;
  private final Map<String, PartitionState> states = new HashMap<>();
  private final List<String> restored = new ArrayList<>();
  private Output output;

  GatedReader(
      SourceReader<ConsumerRecord<byte[], byte[]>, KafkaPartitionSplit> kafka,
      LatenessGate gate,
      long outOfOrderness) {
    this.kafka = kafka;
    this.gate = gate;
    this.outOfOrderness = outOfOrderness;
  }

  @Override
  public void start() {
    kafka.start();
  }

  @Override
  public InputStatus pollNext(ReaderOutput<Gated> downstream) throws Exception {
    for (String split : restored) {
      long watermark = states.get(split).watermark(outOfOrderness);
      if (watermark != Long.MIN_VALUE) {
        downstream.createOutputForSplit(split).emitWatermark(new Watermark(watermark));
      }
    }
    restored.clear();
    if (output == null || output.downstream != downstream) {
      output = new Output(downstream);
    }
    return kafka.pollNext(output);
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return restored.isEmpty() ? kafka.isAvailable() : CompletableFuture.<Void>completedFuture(null);
  }

  @Override
  public void addSplits(List<KafkaPartitionSplit> splits) {
    for (KafkaPartitionSplit split : splits) {
      if (split instanceof PartitionSplit own) {
        states.put(split.splitId(), own.state());
        restored.add(split.splitId());
      } else {
        states.put(split.splitId(), new PartitionState(gate.analytics().size()));
      }
    }
    kafka.addSplits(splits);
  }

  @Override
  public List<KafkaPartitionSplit> snapshotState(long checkpointId) {
    List<KafkaPartitionSplit> splits = new ArrayList<>();
    for (KafkaPartitionSplit split : kafka.snapshotState(checkpointId)) {
      splits.add(new PartitionSplit(split, states.get(split.splitId())));
    }
    return splits;
  }

  @Override
  public void notifyNoMoreSplits() {
    kafka.notifyNoMoreSplits();
  }

  @Override
  public void handleSourceEvents(SourceEvent event) {
    kafka.handleSourceEvents(event);
  }

  @Override
  public void notifyCheckpointComplete(long checkpointId) throws Exception {
    kafka.notifyCheckpointComplete(checkpointId);
  }

  @Override
  public void notifyCheckpointAborted(long checkpointId) throws Exception {
    kafka.notifyCheckpointAborted(checkpointId);
  }

  @Override
  public void pauseOrResumeSplits(Collection<String> toPause, Collection<String> toResume) {
    kafka.pauseOrResumeSplits(toPause, toResume);
  }

  @Override
  public void close() throws Exception {
    kafka.close();
  }

  /** Gives every split an output that leads through the gate. */
  private final class Output implements ReaderOutput<ConsumerRecord<byte[], byte[]>> {
    private final ReaderOutput<Gated> downstream;

    Output(ReaderOutput<Gated> downstream) {
      this.downstream = downstream;
    }

    @Override
    public SourceOutput<ConsumerRecord<byte[], byte[]>> createOutputForSplit(String splitId) {
      return new GatedOutput(
          gate, states.get(splitId), outOfOrderness, downstream.createOutputForSplit(splitId));
    }

    @Override
    public void releaseOutputForSplit(String splitId) {
      downstream.releaseOutputForSplit(splitId);
      states.remove(splitId);
    }

    @Override
    public void collect(ConsumerRecord<byte[], byte[]> record) {
      throw new IllegalStateException("a record of no split: " + record);
    }

    @Override
    public void collect(ConsumerRecord<byte[], byte[]> record, long timestamp) {
      collect(record);
    }

    @Override
    public void emitWatermark(Watermark watermark) {
      downstream.emitWatermark(watermark);
    }

    @Override
    public void markIdle() {
      downstream.markIdle();
    }

    @Override
    public void markActive() {
      downstream.markActive();
    }
  }
}
