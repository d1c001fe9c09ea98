package io.mysimbdp.batch.gold;

import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.gold.GoldProgram;
import io.mysimbdp.platform.rollup.Accumulator;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichReduceFunction;
import org.apache.flink.api.java.tuple.Tuple2;

/** Merges what several tasks, or several days, gathered for one group. */
final class MergePartials extends RichReduceFunction<Tuple2<String, byte[]>> {
  private static final long serialVersionUID = 1L;

  private final Tenant tenant;
  private transient PartialCodec codec;

  MergePartials(Tenant tenant) {
    this.tenant = tenant;
  }

  @Override
  public void open(OpenContext context) {
    codec = new PartialCodec(tenant);
  }

  @Override
  public Tuple2<String, byte[]> reduce(Tuple2<String, byte[]> a, Tuple2<String, byte[]> b) {
    GoldProgram program = codec.program(a.f0);
    Accumulator sum = codec.readAccumulator(program, a.f1);
    program.rollup().merge(sum, codec.readAccumulator(program, b.f1));
    return Tuple2.of(a.f0, codec.write(program, sum));
  }
}
