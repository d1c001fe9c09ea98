package io.mysimbdp.platform.gold;

import io.mysimbdp.platform.calendar.LocalDays;
import io.mysimbdp.platform.calendar.Period;
import io.mysimbdp.platform.calendar.PeriodKind;
import io.mysimbdp.platform.definition.Refinement.Spread;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.RowTime;
import io.mysimbdp.platform.definition.Span;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.record.ColumnType;
import io.mysimbdp.platform.record.RecordSchema;
import io.mysimbdp.platform.record.Row;
import io.mysimbdp.platform.rollup.Accumulator;
import io.mysimbdp.platform.rollup.ComputedColumns;
import io.mysimbdp.platform.rollup.GroupKey;
import io.mysimbdp.platform.rollup.RollupProgram;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A gold table made ready to run: its {@link RollupProgram}, and around it what only gold does. The
 * order is: spread, extend, where, group, aggregates, previous, rank, derive. Holds no data; not
 * thread-safe.
 */
public final class GoldProgram {
  private final Rollup table;
  private final RollupProgram rollup;
  private final RecordSchema source;
  private final Spreading spreading;
  private final ComputedColumns extension;
  private final Row piece;
  private final int startColumn;
  private final int timeColumn;
  private final PeriodsBefore before;
  private final Ranking ranking;

  /**
   * The program of a tenant's gold table.
   *
   * @param index of the table in the tenant's gold; the number that its group keys carry
   */
  public GoldProgram(Tenant tenant, int index) {
    table = tenant.gold().get(index);
    rollup = new RollupProgram(table, index);
    source = sourceOf(tenant, table);
    RecordSchema input = table.input();
    Spread spread = table.refinement().spread();
    spreading = spread == null ? null : new Spreading(spread, source.size());
    extension = new ComputedColumns(table.extend(), input);
    piece = new Row(input.size());
    RowTime time = timeOf(tenant, table);
    startColumn = input.indexOf(spread == null ? time.startColumn() : Spread.PART_START);
    timeColumn = input.indexOf(spread == null ? time.column() : Spread.PART_END);
    before = new PeriodsBefore(table);
    ranking = table.refinement().rank() == null ? null : new Ranking(table);
  }

  private static RecordSchema sourceOf(Tenant tenant, Rollup table) {
    return tenant.isSilver(table.from())
        ? tenant.silverAnalytic(table.from()).output()
        : tenant.goldTable(table.from()).output();
  }

  /** A row of a period stands for all its time. */
  private static RowTime timeOf(Tenant tenant, Rollup table) {
    return tenant.isSilver(table.from())
        ? RowTime.of(tenant.silverAnalytic(table.from()))
        : new RowTime(Rollup.PERIOD_START, Rollup.PERIOD_END, false);
  }

  public Rollup table() {
    return table;
  }

  /** What gathers its rows. */
  public RollupProgram rollup() {
    return rollup;
  }

  /** Whether it has calendar periods; otherwise it has the interval of the run. */
  public boolean hasPeriods() {
    return table.span() instanceof Span.Calendar;
  }

  public boolean hasPrevious() {
    return !table.refinement().previous().isEmpty();
  }

  public boolean hasRank() {
    return ranking != null;
  }

  /** The zone of its days; UTC if it has no calendar periods. */
  public ZoneId zone() {
    return table.span() instanceof Span.Calendar calendar ? calendar.zone() : ZoneOffset.UTC;
  }

  /**
   * The rows that a row of what it reads becomes, cut and extended.
   *
   * @param out may not keep the row that it is given
   */
  public void expand(Row row, Consumer<Row> out) {
    for (int i = 0; i < source.size(); i++) {
      ColumnType type = source.column(i).type();
      piece.set(i, type, row.get(i, type));
    }
    if (spreading == null) {
      extension.fill(piece);
      out.accept(piece);
    } else {
      spreading.pieces(
          piece,
          part -> {
            extension.fill(part);
            out.accept(part);
          });
    }
  }

  /** The day that an expanded row belongs to. */
  public LocalDate day(Row expanded) {
    return LocalDays.of(expanded.getLong(startColumn), zone());
  }

  /** Adds an expanded row. */
  public void add(Accumulator accumulator, Row expanded) {
    rollup.add(accumulator, expanded, expanded.getLong(timeColumn), 0, 0);
  }

  /** The row of a group and period, but for the columns that other rows or columns give. */
  public Row row(Period period, GroupKey key, Accumulator accumulator) {
    Row row = rollup.gathered(key, accumulator);
    row.setText(0, period.kind().text());
    row.setLong(1, period.start(zone()));
    row.setLong(2, period.end(zone()));
    return row;
  }

  /**
   * The row of a group and an interval, but for the columns that other rows or columns give.
   *
   * @param start milliseconds since the epoch
   */
  public Row row(long start, long end, GroupKey key, Accumulator accumulator) {
    Row row = rollup.gathered(key, accumulator);
    row.setLong(0, start);
    row.setLong(1, end);
    return row;
  }

  /** The period of a row of a table that has calendar periods. */
  public Period period(Row row) {
    return new Period(PeriodKind.of(row.getText(0)), LocalDays.of(row.getLong(1), zone()));
  }

  /** Sets the columns of the period before in all rows of one group and kind of period. */
  public void previous(List<Row> rows) {
    Map<Period, Row> byPeriod =
        rows.stream().collect(Collectors.toMap(this::period, Function.identity()));
    before.fill(byPeriod);
  }

  /**
   * Ranks all rows of one span and, if the rank has {@code within}, of equal values there.
   *
   * @return those that are kept, in the order of their rank
   */
  public List<Row> rank(List<Row> rows) {
    return ranking.rank(rows);
  }

  /** Sets the derived columns, the last that are missing. */
  public void derive(Row row) {
    rollup.derive(row);
  }
}
