package io.mysimbdp.platform.spec;

import io.mysimbdp.platform.calendar.Period;
import io.mysimbdp.platform.calendar.PeriodKind;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Span;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.expression.EvaluationException;
import io.mysimbdp.platform.gold.GoldKey;
import io.mysimbdp.platform.gold.GoldProgram;
import io.mysimbdp.platform.record.RecordSchema;
import io.mysimbdp.platform.record.Row;
import io.mysimbdp.platform.record.Timestamps;
import io.mysimbdp.platform.rollup.Accumulator;
import io.mysimbdp.platform.rollup.GroupKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A batch run over all silver there is, in memory: days first, longer periods from the days, one
 * table after the other. The interval of the run is the first day of 2024.
 */
final class GoldRun {
  private static final long AFTER = Timestamps.parse("2024-01-01T00:00:00Z");
  private static final long UPTO = Timestamps.parse("2024-01-02T00:00:00Z");

  private final Tenant tenant;
  private final Map<String, List<Row>> rows;

  /**
   * A run.
   *
   * @param silver rows by analytic
   */
  GoldRun(Tenant tenant, Map<String, List<Row>> silver) {
    this.tenant = tenant;
    this.rows = new HashMap<>(silver);
  }

  /** The rows of every gold table. */
  Map<String, List<Row>> run() {
    Map<String, List<Row>> gold = new LinkedHashMap<>();
    for (int i = 0; i < tenant.gold().size(); i++) {
      Rollup table = tenant.gold().get(i);
      List<Row> made = table(new GoldProgram(tenant, i));
      gold.put(table.name(), made);
      rows.put(table.name(), made);
    }
    return gold;
  }

  private List<Row> table(GoldProgram program) {
    Map<GoldKey, Accumulator> days = new HashMap<>();
    for (Row row : rows.getOrDefault(program.table().from(), List.of())) {
      program.expand(row, expanded -> gather(program, expanded, days));
    }
    List<Row> made = new ArrayList<>();
    if (program.table().span() instanceof Span.Calendar calendar) {
      periods(program, calendar.kinds(), days)
          .forEach((key, sum) -> made.add(program.row(key.period(), key.group(), sum)));
    } else {
      days.forEach((key, sum) -> made.add(program.row(AFTER, UPTO, key.group(), sum)));
    }
    if (program.hasPrevious()) {
      groups(made, row -> List.of(program.period(row).kind(), group(program, row)))
          .forEach(program::previous);
    }
    List<Row> kept = new ArrayList<>();
    if (program.hasRank()) {
      groups(made, row -> rankedWith(program, row)).forEach(all -> kept.addAll(program.rank(all)));
    } else {
      kept.addAll(made);
    }
    kept.forEach(program::derive);
    return kept;
  }

  private static void gather(GoldProgram program, Row expanded, Map<GoldKey, Accumulator> days) {
    try {
      if (!program.rollup().takes(expanded)) {
        return;
      }
    } catch (EvaluationException e) {
      return; // as in the batch job, which counts it
    }
    Period day = program.hasPeriods() ? new Period(PeriodKind.DAY, program.day(expanded)) : null;
    GroupKey group = program.rollup().group(expanded);
    program.add(
        days.computeIfAbsent(new GoldKey(day, group), key -> program.rollup().newAccumulator()),
        expanded);
  }

  private static Map<GoldKey, Accumulator> periods(
      GoldProgram program, List<PeriodKind> kinds, Map<GoldKey, Accumulator> days) {
    Map<GoldKey, Accumulator> periods = new HashMap<>();
    days.forEach(
        (key, part) -> {
          LocalDate day = key.period().first();
          for (PeriodKind kind : kinds) {
            GoldKey whole = new GoldKey(Period.of(kind, day), key.group());
            program
                .rollup()
                .merge(
                    periods.computeIfAbsent(whole, k -> program.rollup().newAccumulator()), part);
          }
        });
    return periods;
  }

  private static Collection<List<Row>> groups(List<Row> rows, Function<Row, Object> key) {
    return rows.stream().collect(Collectors.groupingBy(key)).values();
  }

  private static Object group(GoldProgram program, Row row) {
    int first = program.table().spanColumns();
    List<Object> values = new ArrayList<>();
    for (int i = first; i < first + program.table().groupBy().size(); i++) {
      values.add(value(program, row, i));
    }
    return values;
  }

  private static Object rankedWith(GoldProgram program, Row row) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < program.table().spanColumns(); i++) {
      values.add(value(program, row, i));
    }
    for (int column : program.table().refinement().rank().within()) {
      values.add(value(program, row, column));
    }
    return values;
  }

  private static Object value(GoldProgram program, Row row, int column) {
    RecordSchema schema = program.table().output();
    return row.get(column, schema.column(column).type());
  }
}
