package io.mysimbdp.batch.gold;

import java.util.Locale;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.GlobalWindows;
import org.apache.flink.streaming.api.windowing.windows.GlobalWindow;

/**
 * From what was gathered to the rows of the gold tables of one level:
 *
 * <pre>
 * gathered ─> merge ─┬───────── tables of the interval ────────────────────┬─> rows ─> previous ─> rank ─> derive
 *                    └─> day parts ─┬─> periods ─> merge ──────────────────┘
 *                           │       └─< day parts of other days, stored
 *                           └─> stored
 * </pre>
 *
 * Steps that no table of the level needs are left out.
 */
final class LevelPipeline {
  private final BatchPlan plan;
  private final int level;
  private final DayParts dayParts;

  LevelPipeline(BatchPlan plan, int level, DayParts dayParts) {
    this.plan = plan;
    this.level = level;
    this.dayParts = dayParts;
  }

  DataStream<Tuple3<Integer, String, byte[]>> rows(DataStream<Tuple2<String, byte[]>> gathered) {
    DataStream<Tuple2<String, byte[]>> groups = merge(gathered, "merge");
    if (!plan.calendars(level).isEmpty()) {
      DataStream<Tuple2<String, byte[]>> days = of(groups, Trait.PERIODS, true);
      dayParts.keep(days, level);
      groups = of(groups, Trait.PERIODS, false).union(periods(days));
    }
    DataStream<Tuple2<String, byte[]>> rows =
        groups.map(new MakeRows(plan)).returns(GoldPipeline.PARTIAL).name("rows").uid(id("rows"));
    rows = throughWindow(rows, Trait.PREVIOUS, new AddPrevious(plan));
    rows = throughWindow(rows, Trait.RANK, new RankRows(plan));
    return rows.map(new FinishRows(plan, level))
        .returns(GoldPipeline.ROW)
        .name("finish")
        .uid(id("finish"));
  }

  /** The groups of all periods, from the days just computed and those that are kept. */
  private DataStream<Tuple2<String, byte[]>> periods(DataStream<Tuple2<String, byte[]>> days) {
    DataStream<Tuple2<String, byte[]>> parts =
        days.union(dayParts.kept(level))
            .flatMap(new FormPeriods(plan))
            .returns(GoldPipeline.PARTIAL)
            .name("periods")
            .uid(id("periods"));
    return merge(parts, "merge-periods");
  }

  private DataStream<Tuple2<String, byte[]>> merge(
      DataStream<Tuple2<String, byte[]>> parts, String name) {
    return parts
        .keyBy(partial -> partial.f0, GoldPipeline.KEY)
        .reduce(new MergePartials(plan.tenant()))
        .name(name)
        .uid(id(name));
  }

  /** Brings together the rows of tables that have a trait; the others pass by. */
  private DataStream<Tuple2<String, byte[]>> throughWindow(
      DataStream<Tuple2<String, byte[]>> rows,
      Trait trait,
      ProcessWindowFunction<Tuple2<String, byte[]>, Tuple2<String, byte[]>, String, GlobalWindow>
          function) {
    if (plan.tables(level).stream().noneMatch(trait::of)) {
      return rows;
    }
    String name = trait.name().toLowerCase(Locale.ROOT);
    DataStream<Tuple2<String, byte[]>> through =
        of(rows, trait, true)
            .keyBy(row -> row.f0, GoldPipeline.KEY)
            .window(GlobalWindows.createWithEndOfStreamTrigger())
            .process(function, GoldPipeline.PARTIAL)
            .name(name)
            .uid(id(name));
    return of(rows, trait, false).union(through);
  }

  private DataStream<Tuple2<String, byte[]>> of(
      DataStream<Tuple2<String, byte[]>> elements, Trait trait, boolean wanted) {
    boolean[] has = new boolean[plan.tenant().gold().size()];
    for (int i = 0; i < has.length; i++) {
      has[i] = trait.of(plan.tenant().gold().get(i)) == wanted;
    }
    return elements.filter(element -> has[PartialCodec.table(element.f0)]);
  }

  /** Of the first level as it was when there was one only. */
  private String id(String name) {
    return level == 0 ? name : name + "-" + level;
  }
}
