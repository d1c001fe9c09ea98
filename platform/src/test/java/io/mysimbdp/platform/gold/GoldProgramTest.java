package io.mysimbdp.platform.gold;

import static io.mysimbdp.platform.gold.GoldTenant.millis;
import static io.mysimbdp.platform.gold.GoldTenant.row;
import static io.mysimbdp.platform.gold.GoldTenant.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.platform.calendar.DaySet;
import io.mysimbdp.platform.calendar.Period;
import io.mysimbdp.platform.calendar.PeriodKind;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.record.RecordSchema;
import io.mysimbdp.platform.record.Row;
import io.mysimbdp.platform.rollup.Accumulator;
import io.mysimbdp.platform.rollup.GroupKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoldProgramTest {
  private final Tenant tenant = GoldTenant.TENANT;
  private final RecordSchema hours = tenant.silverAnalytic("hours").output();
  private final GoldProgram takings = new GoldProgram(tenant, 0);
  private final RecordSchema out = takings.table().output();

  @Test
  void theColumnsOfACalendarTableComeInTheirOrder() {
    assertThat(out.columns().stream().map(column -> column.name()))
        .containsExactly(
            "period",
            "period_start",
            "period_end",
            "place",
            "visits",
            "paid",
            "doubled",
            "lost",
            "paid_before",
            "rank",
            "ranked",
            "share",
            "change");
  }

  @Test
  void rowsAreExtendedBeforeAnythingElse() {
    Accumulator all = takings.rollup().newAccumulator();
    List<LocalDate> days = new ArrayList<>();
    for (String start : List.of("2024-03-11T04:00:00Z", "2024-03-11T05:00:00Z")) {
      takings.expand(
          hour("bar", start, 3, 10),
          expanded -> {
            days.add(takings.day(expanded));
            takings.add(all, expanded);
          });
    }
    // The day before has 23 hours: clocks are set forward at 2 o'clock.
    assertThat(days).containsExactly(LocalDate.of(2024, 3, 10), LocalDate.of(2024, 3, 11));
    Row row = takings.row(period(PeriodKind.MONTH, "2024-03-01"), new GroupKey(0, "bar"), all);
    assertThat(values(out, row, "period", "period_start", "period_end", "place"))
        .containsExactly(
            "month", millis("2024-03-01T06:00:00Z"), millis("2024-04-01T05:00:00Z"), "bar");
    assertThat(values(out, row, "visits", "paid", "doubled", "lost"))
        .containsExactly(6L, 20L, 12L, 0L);
    assertThat(takings.period(row)).isEqualTo(period(PeriodKind.MONTH, "2024-03-01"));
  }

  @Test
  void thePeriodBeforeIsTheOneRightBefore() {
    List<Row> rows =
        new ArrayList<>(
            List.of(
                paid(PeriodKind.QUARTER, "2024-01-01", "bar", 7),
                paid(PeriodKind.QUARTER, "2023-10-01", "bar", 5),
                paid(PeriodKind.QUARTER, "2024-07-01", "bar", 4)));
    takings.previous(rows);
    rows.forEach(takings::derive);
    assertThat(rows.stream().map(row -> values(out, row, "paid", "paid_before", "change")))
        .containsExactly(List.of(7L, 5L, 2L), nulls(5L), nulls(4L));
  }

  @Test
  void ranksBreakTiesByGroupAndPutNullsLast() {
    List<Row> rows =
        List.of(
            paid(PeriodKind.DAY, "2024-03-10", "c", 10),
            paid(PeriodKind.DAY, "2024-03-10", "n", null),
            paid(PeriodKind.DAY, "2024-03-10", "a", 10),
            paid(PeriodKind.DAY, "2024-03-10", "b", 20));
    assertThat(
            takings.rank(rows).stream()
                .map(row -> values(out, row, "place", "rank", "ranked", "share")))
        .containsExactly(
            List.of("b", 1L, 4L, 0.5),
            List.of("a", 2L, 4L, 0.25),
            List.of("c", 3L, 4L, 0.25),
            Arrays.asList("n", 4L, 4L, null));
  }

  @Test
  void aLimitKeepsTheFirstAndCountsAll() {
    GoldProgram parts = new GoldProgram(tenant, 1);
    RecordSchema schema = parts.table().output();
    List<Row> rows = new ArrayList<>();
    for (String place : List.of("a", "b", "c")) {
      Row row = row(schema, 0L, 1L, place, 0L, 1L, 1L);
      rows.add(row);
    }
    assertThat(
            parts.rank(rows).stream()
                .map(row -> values(schema, row, "place", "rank", "ranked", "share")))
        .containsExactly(Arrays.asList("a", 1L, 3L, null), Arrays.asList("b", 2L, 3L, null));
  }

  @Test
  void piecesOverAChangeOfTheClocksAddUp() {
    GoldProgram parts = new GoldProgram(tenant, 1);
    // 00:30 to 04:30 local time; 2 o'clock is skipped, so that it lasts three hours.
    Row row = row(hours, "bar", "2024-03-10T06:30:00.700Z", "2024-03-10T09:30:00.200Z", 1L, 1L);
    List<List<Object>> pieces = new ArrayList<>();
    parts.expand(
        row,
        piece ->
            pieces.add(
                values(
                    parts.table().input(),
                    piece,
                    "part_start",
                    "part_end",
                    "part_seconds",
                    "first_part")));
    assertThat(pieces)
        .containsExactly(
            piece("2024-03-10T06:30:00.700Z", "2024-03-10T07:00:00Z", 1800, true),
            piece("2024-03-10T07:00:00Z", "2024-03-10T08:00:00Z", 3600, false),
            piece("2024-03-10T08:00:00Z", "2024-03-10T09:00:00Z", 3600, false),
            piece("2024-03-10T09:00:00Z", "2024-03-10T09:30:00.200Z", 1800, false));
    pieces.clear();
    Row empty = row(hours, "bar", "2024-03-10T06:00:00Z", "2024-03-10T06:00:00Z", 1L, 1L);
    parts.expand(
        empty, piece -> pieces.add(List.of(piece.getBoolean(parts.table().input().size() - 1))));
    assertThat(pieces).containsExactly(List.of(true));
  }

  @Test
  void aRunCoversThePeriodsOfItsDaysAndThoseThatShowThem() {
    Coverage coverage =
        new Coverage(takings.table(), DaySet.of(List.of(LocalDate.of(2023, 12, 31))));
    assertThat(coverage.written())
        .containsExactly(
            period(PeriodKind.DAY, "2023-12-31"),
            period(PeriodKind.DAY, "2024-01-01"),
            period(PeriodKind.WEEK, "2023-12-25"),
            period(PeriodKind.WEEK, "2024-01-01"),
            period(PeriodKind.MONTH, "2023-12-01"),
            period(PeriodKind.MONTH, "2024-01-01"),
            period(PeriodKind.QUARTER, "2023-10-01"),
            period(PeriodKind.QUARTER, "2024-01-01"),
            period(PeriodKind.YEAR, "2023-01-01"),
            period(PeriodKind.YEAR, "2024-01-01"));
    assertThat(coverage.takesStored(LocalDate.of(2023, 12, 31))).isFalse();
    assertThat(coverage.takesStored(LocalDate.of(2022, 1, 1))).isTrue();
    assertThat(coverage.takesStored(LocalDate.of(2021, 12, 31))).isFalse();
    assertThat(coverage.periods(LocalDate.of(2023, 12, 30)))
        .containsExactly(
            period(PeriodKind.DAY, "2023-12-30"),
            period(PeriodKind.WEEK, "2023-12-25"),
            period(PeriodKind.MONTH, "2023-12-01"),
            period(PeriodKind.QUARTER, "2023-10-01"),
            period(PeriodKind.YEAR, "2023-01-01"));
  }

  @Test
  void goldStandsOnGold() {
    GoldProgram best = new GoldProgram(tenant, 3);
    RecordSchema daily = tenant.goldTable("daily").output();
    Row day =
        row(daily, "day", "2024-03-31T05:00:00Z", "2024-04-01T05:00:00Z", "bar", 4L, 1L, 1L, 1.0);
    Accumulator sum = best.rollup().newAccumulator();
    best.expand(
        day,
        expanded -> {
          assertThat(best.day(expanded)).isEqualTo("2024-03-31");
          best.add(sum, expanded);
        });
    Row row = best.row(period(PeriodKind.MONTH, "2024-03-01"), new GroupKey(3, "bar"), sum);
    assertThat(values(best.table().output(), row, "days")).containsExactly(1L);
  }

  private Row hour(String place, String start, long visits, long paid) {
    return row(hours, place, start, millis(start) + 3_600_000, visits, paid);
  }

  private Row paid(PeriodKind kind, String first, String place, Integer paid) {
    Accumulator sum = takings.rollup().newAccumulator();
    Row input = hour(place, "2024-01-01T00:00:00Z", 1, paid == null ? 0 : paid);
    if (paid == null) {
      input.setNull(hours.indexOf("paid"));
    }
    takings.expand(input, expanded -> takings.add(sum, expanded));
    return takings.row(period(kind, first), new GroupKey(0, place), sum);
  }

  private static Period period(PeriodKind kind, String first) {
    return new Period(kind, LocalDate.parse(first));
  }

  private static List<Object> nulls(Object first) {
    return Arrays.asList(first, null, null);
  }

  private static List<Object> piece(String start, String end, long seconds, boolean first) {
    return List.of(millis(start), millis(end), seconds, first);
  }
}
