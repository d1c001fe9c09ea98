package io.mysimbdp.batch.gold;

import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.api.java.tuple.Tuple2;

/** Upserts day parts into coredms. */
final class DayPartSink implements Sink<Tuple2<String, byte[]>> {
  private static final long serialVersionUID = 1L;

  private final BatchPlan plan;

  DayPartSink(BatchPlan plan) {
    this.plan = plan;
  }

  @Override
  @Deprecated
  public SinkWriter<Tuple2<String, byte[]>> createWriter(InitContext context) {
    return new DayPartWriter(plan);
  }

  @Override
  public SinkWriter<Tuple2<String, byte[]>> createWriter(WriterInitContext context) {
    return new DayPartWriter(plan);
  }
}
