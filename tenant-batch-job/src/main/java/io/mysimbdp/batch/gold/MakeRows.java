package io.mysimbdp.batch.gold;

import io.mysimbdp.platform.gold.GoldKey;
import io.mysimbdp.platform.gold.GoldProgram;
import io.mysimbdp.platform.record.Row;
import io.mysimbdp.platform.rollup.Accumulator;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.java.tuple.Tuple2;

/**
 * Makes the row of a group, under the key by which it meets the rows that it depends on next: those
 * of the periods around it, those that it is ranked with, or none.
 */
final class MakeRows extends RichMapFunction<Tuple2<String, byte[]>, Tuple2<String, byte[]>> {
  private static final long serialVersionUID = 1L;

  private final BatchPlan plan;
  private transient PartialCodec codec;

  MakeRows(BatchPlan plan) {
    this.plan = plan;
  }

  @Override
  public void open(OpenContext context) {
    codec = new PartialCodec(plan.tenant());
  }

  @Override
  public Tuple2<String, byte[]> map(Tuple2<String, byte[]> partial) {
    GoldKey key = codec.readKey(partial.f0);
    GoldProgram program = codec.program(key.group().rollup());
    Accumulator accumulator = codec.readAccumulator(program, partial.f1);
    Row row =
        key.period() == null
            ? program.row(plan.interval().after(), plan.interval().upto(), key.group(), accumulator)
            : program.row(key.period(), key.group(), accumulator);
    String next =
        program.hasPrevious() ? codec.succession(key) : afterPrevious(codec, program, row);
    return Tuple2.of(next, codec.write(program, row));
  }

  /** The key under which a row goes on whose columns of the period before are set. */
  static String afterPrevious(PartialCodec codec, GoldProgram program, Row row) {
    int table = program.rollup().index();
    return program.hasRank() ? codec.ranked(table, row) : PartialCodec.alone(table);
  }
}
