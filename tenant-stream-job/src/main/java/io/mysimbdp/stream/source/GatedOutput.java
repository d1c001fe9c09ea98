package io.mysimbdp.stream.source;

import io.mysimbdp.stream.gate.Gated;
import io.mysimbdp.stream.gate.LatenessGate;
import io.mysimbdp.stream.gate.PartitionState;
import java.util.function.Consumer;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The way of one partition's records through the gate, and of its watermark behind them. */
final class GatedOutput implements SourceOutput<ConsumerRecord<byte[], byte[]>> {
  private final LatenessGate gate;
  private final PartitionState state;
  private final long outOfOrderness;
  private final SourceOutput<Gated> downstream;
  private final Consumer<Gated> forward;
  private long nextWatermark = Long.MIN_VALUE + 1;

  GatedOutput(
      LatenessGate gate,
      PartitionState state,
      long outOfOrderness,
      SourceOutput<Gated> downstream) {
    this.gate = gate;
    this.state = state;
    this.outOfOrderness = outOfOrderness;
    this.downstream = downstream;
    this.forward = downstream::collect;
  }

  @Override
  public void collect(ConsumerRecord<byte[], byte[]> record) {
    boolean closed = gate.process(record, state, forward);
    long watermark = state.watermark(outOfOrderness);
    if (closed || watermark >= nextWatermark) {
      nextWatermark = gate.watermarkAfter(watermark);
      downstream.emitWatermark(new Watermark(watermark));
    }
  }

  @Override
  public void collect(ConsumerRecord<byte[], byte[]> record, long timestamp) {
    collect(record);
  }

  @Override
  public void emitWatermark(Watermark watermark) {
    throw new IllegalStateException("the gate makes the watermarks");
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
