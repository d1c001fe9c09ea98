package io.mysimbdp.local.endtoend.indoor;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.local.endtoend.rows.Row;
import io.mysimbdp.local.endtoend.rows.RowShape;
import io.mysimbdp.local.endtoend.rows.Rows;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every expected figure here was worked out by hand. Athens is at UTC+2, in summer at UTC+3. */
class IndoorOracleTest {
  @Test
  void ofTwoRoomsAtOnceTheGreatestHoldsAndARepeatedSightingIsAnEventButNoObservation() {
    IndoorOracle oracle =
        IndoorOracle.of(
            Customer.REST_HOME,
            "1,20180115,7:00:00,kitchen",
            "1,20180115,7:00:00,yard",
            "1,20180115,7:00:00,yard",
            "1,20180115,12:00:10,living room",
            "1,20180115,07:05:00,yard",
            "1,20180115,13:00:00,livingroom");
    long seven = at("2018-01-15T05:00:00Z");
    long noon = at("2018-01-15T10:00:10Z");
    long close = at("2018-01-15T11:00:00.001Z");
    silver(
        oracle,
        Indoor.STAYS,
        Indoor.STAYS.row("1", seven, noon, "yard", 18_010L, 2L, false),
        Indoor.STAYS.row("1", noon, close, "livingroom", 3_590L, 2L, true));
    silver(
        oracle,
        Indoor.ARRIVALS,
        Indoor.ARRIVALS.row("1", seven, "yard", null, true),
        Indoor.ARRIVALS.row("1", noon, "livingroom", "yard", false));
    silver(
        oracle,
        Indoor.ACTIVITY,
        Indoor.ACTIVITY.row("1", at("2018-01-14T22:00:00Z"), at("2018-01-15T22:00:00Z"), 6L, 3L));
  }

  @Test
  void roomsAreCountedWheneverTheirNumberChanges() {
    IndoorOracle oracle =
        IndoorOracle.of(
            Customer.REST_HOME,
            "1,20180115,8:00:00,kitchen",
            "2,20180115,8:00:00,yard",
            "1,20180115,9:00:00,yard", // 1 and 2 change places: nothing to tell
            "2,20180115,9:00:00,kitchen",
            "3,20180115,10:00:00,kitchen",
            "4,20180115,10:00:00,kitchen",
            "2,20180115,10:00:00,yard",
            "2,20180115,11:00:00,kitchen");
    long eight = at("2018-01-15T06:00:00Z");
    long ten = at("2018-01-15T08:00:00Z");
    long eleven = at("2018-01-15T09:00:00Z");
    Row full = Indoor.OCCUPANCY.row("kitchen", eleven, 3L, 1L, 0L, 2L, true);
    silver(
        oracle,
        Indoor.OCCUPANCY,
        Indoor.OCCUPANCY.row("kitchen", eight, 1L, 1L, 0L, 2L, false),
        Indoor.OCCUPANCY.row("yard", eight, 1L, 1L, 0L, 4L, false),
        Indoor.OCCUPANCY.row("kitchen", ten, 2L, 2L, 1L, 2L, false),
        Indoor.OCCUPANCY.row("yard", ten, 2L, 1L, 0L, 4L, false),
        full,
        Indoor.OCCUPANCY.row("yard", eleven, 1L, 0L, 1L, 4L, false));
    assertThat(oracle.alerts().get(Indoor.OCCUPANCY).differenceTo(Stream.of(full))).isEmpty();
    // 2 at eight, 1 at nine, 2 at ten
    assertThat(oracle.alerts().get(Indoor.ARRIVALS).size()).isEqualTo(3);
  }

  @Test
  void anOfficesDayHasTwoWindowsOfUnequalLengthWhenTheClocksChange() {
    IndoorOracle oracle =
        IndoorOracle.of(
            Customer.OFFICE,
            "1,20171029,11:59:59,hall",
            "1,20171029,12:00:00,hall",
            "1,20171029,23:00:00,yard");
    long noon = at("2017-10-29T10:00:00Z");
    silver(
        oracle,
        Indoor.ACTIVITY,
        Indoor.ACTIVITY.row("1", at("2017-10-28T21:00:00Z"), noon, 1L, 1L),
        Indoor.ACTIVITY.row("1", noon, at("2017-10-29T22:00:00Z"), 2L, 2L));
  }

  @Test
  void aStayOverMidnightCountsItsVisitOnceAndItsTimeOnBothDays() {
    // Closes a millisecond after 01:00:00; of the two rooms with a visit each, hall comes first.
    IndoorOracle oracle =
        IndoorOracle.of(
            Customer.REST_HOME,
            "1,20180115,22:00:00,hall",
            "1,20180115,23:00:00,yard",
            "1,20180116,1:00:00,yard");
    Object[] first = {"day", at("2018-01-14T22:00:00Z"), at("2018-01-15T22:00:00Z")};
    Object[] second = {"day", at("2018-01-15T22:00:00Z"), at("2018-01-16T22:00:00Z")};
    Object[] month = {"month", at("2017-12-31T22:00:00Z"), at("2018-01-31T22:00:00Z")};
    gold(
        oracle,
        Indoor.VISITS,
        row(Indoor.VISITS, first, "1", "hall", 1L, 1L, 3_600L),
        row(Indoor.VISITS, first, "1", "yard", 1L, 2L, 3_600L),
        row(Indoor.VISITS, second, "1", "yard", 0L, 0L, 3_600L));
    gold(
        oracle,
        Indoor.POPULARITY,
        row(Indoor.POPULARITY, first, "hall", 1L, 1L, 1L, 3_600L, 1L, 2L, 0.5, true, false),
        row(Indoor.POPULARITY, first, "yard", 1L, 2L, 1L, 3_600L, 2L, 2L, 0.5, false, true),
        row(Indoor.POPULARITY, second, "yard", 0L, 0L, 1L, 3_600L, 1L, 1L, null, false, false));
    gold(
        oracle,
        Indoor.DWELL,
        row(Indoor.DWELL, first, "1", "hall", 3_600L, 1L, 2L, 0.5),
        row(Indoor.DWELL, first, "1", "yard", 3_600L, 2L, 2L, 0.5),
        row(Indoor.DWELL, second, "1", "yard", 3_600L, 1L, 1L, 1.0),
        row(Indoor.DWELL, month, "1", "yard", 7_200L, 1L, 2L, 7_200.0 / 10_800.0),
        row(Indoor.DWELL, month, "1", "hall", 3_600L, 2L, 2L, 3_600.0 / 10_800.0));
  }

  @Test
  void theHourThatTheClocksRepeatIsTwiceAsLong() {
    // A Sunday; 04:00 becomes 03:00. In the hall from half past five to six, when it ends.
    IndoorOracle oracle =
        IndoorOracle.of(
            Customer.REST_HOME,
            "1,20171029,2:45:00,kitchen",
            "1,20171029,5:30:00,hall",
            "1,20171029,5:45:00,hall");
    Object[] day = {"day", at("2017-10-28T21:00:00Z"), at("2017-10-29T22:00:00Z")};
    Object[] month = {"month", at("2017-09-30T21:00:00Z"), at("2017-10-31T22:00:00Z")};
    Rows hourly = new Rows();
    for (Object[] period : List.of(day, month)) {
      hourly.add(row(Indoor.HOURLY, period, "kitchen", 2L, 1L, 900L));
      hourly.add(row(Indoor.HOURLY, period, "kitchen", 3L, 0L, 7_200L));
      hourly.add(row(Indoor.HOURLY, period, "kitchen", 4L, 0L, 3_600L));
      hourly.add(row(Indoor.HOURLY, period, "kitchen", 5L, 0L, 1_800L));
      hourly.add(row(Indoor.HOURLY, period, "hall", 5L, 1L, 900L));
    }
    gold(oracle, Indoor.HOURLY, hourly.stream().toArray(Row[]::new));
    gold(
        oracle,
        Indoor.LIKELY,
        row(Indoor.LIKELY, month, "1", 0L, 2L, "kitchen", 900L, 1L, 1L, 1.0),
        row(Indoor.LIKELY, month, "1", 0L, 3L, "kitchen", 7_200L, 1L, 1L, 1.0),
        row(Indoor.LIKELY, month, "1", 0L, 4L, "kitchen", 3_600L, 1L, 1L, 1.0),
        row(Indoor.LIKELY, month, "1", 0L, 5L, "kitchen", 1_800L, 1L, 2L, 1_800.0 / 2_700.0));
  }

  private static long at(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }

  private static Row row(RowShape shape, Object[] period, Object... values) {
    return shape.row(Stream.concat(Stream.of(period), Stream.of(values)).toArray());
  }

  private static void silver(IndoorOracle oracle, RowShape analytic, Row... expected) {
    assertThat(oracle.silver().get(analytic).differenceTo(Stream.of(expected))).isEmpty();
  }

  private static void gold(IndoorOracle oracle, RowShape table, Row... expected) {
    assertThat(oracle.gold().get(table).differenceTo(Stream.of(expected))).isEmpty();
  }
}
