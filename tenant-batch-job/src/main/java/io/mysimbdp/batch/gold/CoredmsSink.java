package io.mysimbdp.batch.gold;

import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.api.java.tuple.Tuple3;

/** Upserts gold rows into coredms. */
final class CoredmsSink implements Sink<Tuple3<Integer, String, byte[]>> {
  private static final long serialVersionUID = 1L;

  private final BatchPlan plan;

  CoredmsSink(BatchPlan plan) {
    this.plan = plan;
  }

  @Override
  @Deprecated
  public SinkWriter<Tuple3<Integer, String, byte[]>> createWriter(InitContext context) {
    return new CoredmsWriter(plan);
  }

  @Override
  public SinkWriter<Tuple3<Integer, String, byte[]>> createWriter(WriterInitContext context) {
    return new CoredmsWriter(plan);
  }
}
