package io.mysimbdp.batch.gold;

import io.mysimbdp.platform.calendar.DaySet;
import io.mysimbdp.platform.calendar.Period;
import io.mysimbdp.platform.calendar.PeriodKind;
import io.mysimbdp.platform.expression.EvaluationException;
import io.mysimbdp.platform.gold.GoldKey;
import io.mysimbdp.platform.gold.GoldProgram;
import io.mysimbdp.platform.record.Row;
import io.mysimbdp.platform.rollup.Accumulator;
import io.mysimbdp.platform.rollup.GroupKey;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.util.Collector;

/** What one task gathers from the rows that it reads: for each table by group, and by day. */
final class Gathering {
  /** A table that reads these rows. */
  private record Reader(GoldProgram program, DaySet touched, LongCounter undecided) {}

  private final PartialCodec codec;
  private final Map<Integer, Reader> readers = new HashMap<>();
  private final Map<GoldKey, Accumulator> groups = new HashMap<>();

  Gathering(PartialCodec codec) {
    this.codec = codec;
  }

  /**
   * Adds a table.
   *
   * @param undecided counts the rows for which its {@code where} had no result; they take no part
   */
  void addReader(int table, BatchPlan plan, LongCounter undecided) {
    GoldProgram program = codec.program(table);
    readers.put(table, new Reader(program, plan.touched(program.table()), undecided));
  }

  /**
   * Offers a row to a table.
   *
   * @param inInterval whether the row belongs to the interval of the run, which is all that a table
   *     without calendar takes
   */
  void add(int table, Row row, boolean inInterval) {
    Reader reader = readers.get(table);
    GoldProgram program = reader.program();
    if (program.hasPeriods()) {
      program.expand(
          row,
          expanded -> {
            LocalDate day = program.day(expanded);
            if (reader.touched().contains(day)) {
              add(reader, new Period(PeriodKind.DAY, day), expanded);
            }
          });
    } else if (inInterval) {
      program.expand(row, expanded -> add(reader, null, expanded));
    }
  }

  private void add(Reader reader, Period day, Row expanded) {
    GoldProgram program = reader.program();
    try {
      if (!program.rollup().takes(expanded)) {
        return;
      }
    } catch (EvaluationException e) {
      reader.undecided().add(1);
      return;
    }
    GroupKey group = program.rollup().group(expanded);
    program.add(
        groups.computeIfAbsent(new GoldKey(day, group), key -> program.rollup().newAccumulator()),
        expanded);
  }

  /** Hands on all that was gathered, and begins anew. */
  void emit(Collector<Tuple2<String, byte[]>> out) {
    groups.forEach(
        (key, group) ->
            out.collect(
                Tuple2.of(
                    codec.write(key), codec.write(codec.program(key.group().rollup()), group))));
    groups.clear();
  }
}
