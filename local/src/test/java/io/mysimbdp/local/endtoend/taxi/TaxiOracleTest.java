package io.mysimbdp.local.endtoend.taxi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysimbdp.local.endtoend.rows.Row;
import io.mysimbdp.local.endtoend.rows.RowShape;
import io.mysimbdp.local.endtoend.rows.Rows;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaxiOracleTest {
  private static final String HEADER =
      "Trip ID,\"Trip Start Timestamp\",\"Pickup Community Area\",Fare,Tips,\"Trip Total\","
          + "\"Pickup Centroid Location\"";

  @TempDir private Path folder;

  @Test
  void ofARepeatedHourTheEarlierIsMeant() {
    TaxiOracle oracle =
        of("a,\"11/06/2016 12:59:59 AM\",8,,,,", "b,\"11/06/2016 01:00:00 AM\",8.0,,,,");
    assertThat(oracle.trips())
        .extracting(Trip::start)
        .containsExactly(at("2016-11-06T05:59:59Z"), at("2016-11-06T06:00:00Z"));
    assertThat(oracle.trips()).extracting(Trip::area).containsOnly(8L);
  }

  @Test
  void windowsAddUpWhatIsKnownAndAnIdCountsOnce() {
    TaxiOracle oracle =
        of(
            "a,07/04/2016 12:00:01 PM,,$8.10,$0.20,$9.00,",
            "b,07/04/2016 12:00:04 PM,,,$0.10,,",
            "a,07/04/2016 03:00:00 PM,,$99.00,$9.00,$108.00,",
            "c,07/04/2016 12:00:05 PM,,,,,");
    assertThat(oracle.sent()).isEqualTo(4);
    assertThat(oracle.duplicates()).isEqualTo(1);
    long noon = at("2016-07-04T17:00:00Z");
    same(
        oracle.silver(Taxi.FARE_WINDOWS),
        Taxi.FARE_WINDOWS.row(
            noon, noon + 5_000, 2L, money("8.10"), money("0.30"), money("9.00"), 1L, 2L, 1L),
        Taxi.FARE_WINDOWS.row(noon + 5_000, noon + 10_000, 1L, null, null, null, 0L, 0L, 0L));
    long midnight = at("2016-07-04T05:00:00Z");
    same(
        oracle.silver(Taxi.DAY_SO_FAR),
        Taxi.DAY_SO_FAR.row(midnight, noon + 10_000, 3L, money("8.10"), 0.3 / 2, 9.0));
  }

  @Test
  void theDayOnWhichTheClocksGoBackHas25Hours() {
    TaxiOracle oracle =
        of(
            "a,11/06/2016 12:00:00 AM,,$1.00,,,",
            "b,11/06/2016 11:59:59 PM,,$2.00,$0.50,,",
            "c,11/07/2016 12:00:00 AM,,$4.00,,$4.00,");
    long sunday = at("2016-11-06T05:00:00Z");
    long monday = at("2016-11-07T06:00:00Z");
    same(
        oracle.silver(Taxi.DAY_SO_FAR),
        Taxi.DAY_SO_FAR.row(sunday, sunday + 10_000, 1L, money("1.00"), null, null),
        Taxi.DAY_SO_FAR.row(sunday, monday, 2L, money("3.00"), 0.5, null),
        Taxi.DAY_SO_FAR.row(monday, monday + 10_000, 1L, money("4.00"), null, 4.0));
  }

  @Test
  void aTripLiesInTwoSlidingWindows() {
    TaxiOracle oracle =
        of(
            "a,07/04/2016 12:00:00 PM,8,,,,POINT (1 2)",
            "b,07/04/2016 12:00:29 PM,8,,,,",
            "c,07/04/2016 12:00:30 PM,8,,,,",
            "d,07/04/2016 12:00:30 PM,,,,,");
    long noon = at("2016-07-04T17:00:00Z");
    same(
        oracle.silver(Taxi.HOT_AREAS),
        Taxi.HOT_AREAS.row(8L, noon - 30_000, noon + 30_000, 2L),
        Taxi.HOT_AREAS.row(8L, noon, noon + 60_000, 3L),
        Taxi.HOT_AREAS.row(8L, noon + 30_000, noon + 90_000, 1L));
    same(
        oracle.silver(Taxi.HOT_SPOTS),
        Taxi.HOT_SPOTS.row("POINT (1 2)", noon - 30_000, noon + 30_000, 1L),
        Taxi.HOT_SPOTS.row("POINT (1 2)", noon, noon + 60_000, 1L));
  }

  @Test
  void aPeriodIsHeldAgainstTheOneBeforeItIfThatHadTrips() {
    TaxiOracle oracle =
        of(
            "a,03/31/2016 12:00:00 PM,,$4.00,$1.00,$5.00,",
            "b,04/01/2016 12:00:00 PM,,$5.00,,$5.00,",
            "c,04/01/2016 01:00:00 PM,,,,,",
            "d,04/03/2016 01:00:00 PM,,$1.00,,$1.00,");
    long march = at("2016-03-01T06:00:00Z");
    long april = at("2016-04-01T05:00:00Z");
    long january = at("2016-01-01T06:00:00Z");
    long july = at("2016-07-01T05:00:00Z");
    long nextYear = at("2017-01-01T06:00:00Z");
    same(
        oracle.gold(Taxi.FARE_TRENDS),
        firstTrend("day", at("2016-03-31T05:00:00Z"), april),
        laterTrend("day", april, at("2016-04-02T05:00:00Z"), 2, "5.00", 100.0, 25.0),
        Taxi.FARE_TRENDS.row(
            "day",
            at("2016-04-03T05:00:00Z"),
            at("2016-04-04T05:00:00Z"),
            1L,
            money("1.00"),
            null,
            money("1.00"),
            1L,
            0L,
            1L,
            null,
            null,
            1.0,
            null,
            1.0,
            null,
            null),
        firstTrend("month", march, april),
        laterTrend("month", april, at("2016-05-01T05:00:00Z"), 3, "6.00", 200.0, 50.0),
        firstTrend("quarter", january, april),
        laterTrend("quarter", april, july, 3, "6.00", 200.0, 50.0),
        Taxi.FARE_TRENDS.row(
            "year",
            january,
            nextYear,
            4L,
            money("10.00"),
            money("1.00"),
            money("11.00"),
            3L,
            1L,
            3L,
            null,
            null,
            10.0 / 3,
            1.0,
            11.0 / 3,
            null,
            null));
    Totals year = oracle.periods().get(Period.of(Period.Span.YEAR, LocalDate.of(2016, 5, 5)));
    assertThat(List.of(year.quantile(0), year.quantile(0.5), year.quantile(0.99)))
        .containsExactly(money("1.00"), money("4.00"), money("4.00"));
  }

  private static Row firstTrend(String period, long start, long end) {
    return Taxi.FARE_TRENDS.row(
        period,
        start,
        end,
        1L,
        money("4.00"),
        money("1.00"),
        money("5.00"),
        1L,
        1L,
        1L,
        null,
        null,
        4.0,
        1.0,
        5.0,
        null,
        null);
  }

  private static Row laterTrend(
      String period, long start, long end, long trips, String fare, double more, double change) {
    long known = trips - 1;
    double each = money(fare).doubleValue() / known;
    return Taxi.FARE_TRENDS.row(
        period,
        start,
        end,
        trips,
        money(fare),
        null,
        money(fare),
        known,
        0L,
        known,
        1L,
        money("4.00"),
        each,
        null,
        each,
        more,
        change);
  }

  @Test
  void amongEqualHoursTheEarlierInTheWeekComesFirst() {
    TaxiOracle oracle =
        of(
            "a,07/04/2016 09:00:00 AM,,$1.00,,,",
            "b,07/03/2016 11:00:00 PM,,,,,",
            "c,07/05/2016 12:00:00 AM,,$2.00,,,",
            "d,07/05/2016 12:30:00 AM,,$3.00,,,");
    List<Row> months =
        oracle.gold(Taxi.FARE_BY_HOUR).stream()
            .filter(row -> row.key().startsWith("period=month"))
            .toList();
    long july = at("2016-07-01T05:00:00Z");
    long august = at("2016-08-01T05:00:00Z");
    assertThat(months)
        .containsExactlyInAnyOrder(
            Taxi.FARE_BY_HOUR.row("month", july, august, 2L, 0L, 2L, money("5.00"), 1L, 3L, 0.5),
            Taxi.FARE_BY_HOUR.row("month", july, august, 0L, 23L, 1L, null, 2L, 3L, 0.25),
            Taxi.FARE_BY_HOUR.row("month", july, august, 1L, 9L, 1L, money("1.00"), 3L, 3L, 0.25));
  }

  @Test
  void anAreaIsHotOnTheDaysOnWhichItIsAmongTheFirstTen() {
    List<String> trips = new ArrayList<>();
    for (int area = 1; area <= 11; area++) {
      trips.add("m" + area + ",07/04/2016 09:00:00 AM," + area + ",,,,");
      trips.add("t" + area + ",07/05/2016 09:00:00 AM," + (area == 11 ? 12 : area) + ",,,,");
    }
    trips.add("n11,07/04/2016 10:00:00 AM,11,,,,");
    TaxiOracle oracle = of(trips.toArray(String[]::new));
    long monday = at("2016-07-04T05:00:00Z");
    long tuesday = at("2016-07-05T05:00:00Z");
    assertThat(oracle.gold(Taxi.AREA_DAYS).stream())
        .hasSize(22)
        .contains(
            Taxi.AREA_DAYS.row("day", monday, tuesday, 11L, 2L, 1L, 11L, 2 / 12.0),
            Taxi.AREA_DAYS.row("day", monday, tuesday, 10L, 1L, 11L, 11L, 1 / 12.0));
    long january = at("2016-01-01T06:00:00Z");
    long end = at("2017-01-01T06:00:00Z");
    List<Row> year =
        oracle.gold(Taxi.AREAS).stream()
            .filter(row -> row.key().startsWith("period=year"))
            .toList();
    assertThat(year)
        .hasSize(10)
        .contains(
            Taxi.AREAS.row("year", january, end, 9L, 2L, 2L, 9L, 12L, 2 / 23.0),
            // On Monday it was the eleventh; in the year area 11 comes after it.
            Taxi.AREAS.row("year", january, end, 10L, 2L, 1L, 10L, 12L, 2 / 23.0));
  }

  @Test
  void whatIsNotToldApartIsRefused() {
    String trip = "a,07/04/2016 12:00:00 PM,8,,,,";
    assertThat(of(trip, trip).duplicates()).isEqualTo(1);
    assertThatThrownBy(() -> of(trip, trip.replace(",8,", ",9,")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> of(trip, trip.replace("07/04", "07/12")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aYearHasTripsOnEveryDayAndRepeatsInEitherOrder() {
    for (TripYear.Order order : TripYear.Order.values()) {
      Path file = new TripYear(3_000, order, 1).write(folder.resolve(order + ".csv"));
      TaxiOracle oracle = TaxiOracle.of(file);
      assertThat(oracle.duplicates()).isEqualTo(30);
      assertThat(oracle.trips()).hasSize(3_000);
      assertThat(oracle.gold(Taxi.FARE_TRENDS).size()).isEqualTo(366 + 12 + 4 + 1);
      for (RowShape shape : Taxi.SILVER) {
        assertThat(oracle.silver(shape).repeatedKeys()).as(shape.name()).isZero();
      }
      for (RowShape shape : Taxi.GOLD) {
        assertThat(oracle.gold(shape).repeatedKeys()).as(shape.name()).isZero();
      }
    }
  }

  @Test
  void aNearlySortedYearIsNeverTenSecondsBehind() {
    Path file =
        new TripYear(3_000, TripYear.Order.NEARLY_BY_START, 1).write(folder.resolve("year.csv"));
    long high = 0;
    int behind = 0;
    for (Trip trip : TripFile.read(file)) {
      assertThat(trip.start()).isGreaterThan(high - 10_000);
      behind += trip.start() < high ? 1 : 0;
      high = Math.max(high, trip.start());
    }
    assertThat(behind).isGreaterThan(300);
  }

  private static void same(Rows actual, Row... expected) {
    assertThat(Rows.of(Stream.of(expected)).differenceTo(actual.stream())).isEmpty();
  }

  private static TaxiOracle of(String... trips) {
    return TaxiOracle.of(
        TripFile.parse(Stream.concat(Stream.of(HEADER), Stream.of(trips)).toList()));
  }

  private static BigDecimal money(String text) {
    return new BigDecimal(text);
  }

  private static long at(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }
}
