package io.mysimbdp.emulator.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.emulator.Tenants;
import io.mysimbdp.emulator.line.Line;
import io.mysimbdp.platform.definition.RawStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectsTest {
  private static final RawStream TRIPS = Tenants.taxi().rawStream("trips");
  private static final RawStream SIGHTINGS = Tenants.restHome().rawStream("sightings");
  private static final RawStream TASKS = Tenants.cluster().rawStream("task-events");

  private final RawRecord record = new RawRecord();

  private static Line line(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Line().show(bytes, 0, bytes.length);
  }

  private String convert(FlatCsv format, String csv) {
    assertThat(format.convert(line(csv), record)).isTrue();
    return new String(record.value(), StandardCharsets.UTF_8);
  }

  @Test
  void headersAreWrittenForPeople() throws IOException {
    String header =
        "\"Trip ID\",\"Taxi ID\",Trip Start Timestamp,Fare,Dropoff Centroid  Location,Tip (%)";
    assertThat(FlatCsv.isHeader(TRIPS, line(header))).isTrue();
    FlatCsv format = FlatCsv.withHeader(TRIPS, line(header));
    String trip = "t1,x9,01/19/2024 05:00:00 PM,45.50,POINT (-87.62 41.88),\"3\"";
    assertThat(FlatCsv.isHeader(TRIPS, line(trip))).isFalse();
    assertThat(convert(format, trip))
        .isEqualTo(
            "{\"trip_id\":\"t1\",\"taxi_id\":\"x9\",\"trip_start_timestamp\":\"01/19/2024 05:00:00 PM\","
                + "\"fare\":45.50,\"dropoff_centroid_location\":\"POINT (-87.62 41.88)\",\"tip_\":\"3\"}");
    assertThat(format.eventTime(line(trip)))
        .isEqualTo(Instant.parse("2024-01-19T23:00:00Z").toEpochMilli());
    assertThat(FlatCsv.isHeader(SIGHTINGS, line("part_id,ts_date,ts_time,room"))).isTrue();
    assertThat(FlatCsv.isHeader(SIGHTINGS, line("1084,20180315,18:02:36,room"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "$8.75;8.75",
        "\"$1,234.50\";1234.50",
        "\"$1,234,567\";1234567",
        "-$3.00;-3.00",
        "$0.00;0.00",
        "1080.0;1080.0",
        "7.057e-05;7.057e-05",
        "'';null",
        "\"$12,34.50\";\"$12,34.50\"",
        "\"1,234.50\";\"1,234.50\"",
        "$;\"$\"",
        "$ten;\"$ten\"",
        "€8.75;\"€8.75\""
      })
  void amountsOfDollarsAreNumbersAndNothingElseIsChanged(String cell, String json)
      throws IOException {
    FlatCsv format = FlatCsv.withHeader(TRIPS, line("fare,company"));
    assertThat(convert(format, cell + ",$8.75"))
        .isEqualTo("{\"fare\":" + json + ",\"company\":\"$8.75\"}");
  }

  @Test
  void timesInTwoColumns() {
    FlatCsv format = new FlatCsv(SIGHTINGS);
    assertThat(format.eventTime(line("1084,20180719,3:45:43,yard")))
        .isEqualTo(Instant.parse("2018-07-19T00:45:43Z").toEpochMilli());
    assertThat(format.eventTime(line("1084,20180231,3:45:43,yard")))
        .isEqualTo(LineFormat.UNREADABLE);
    assertThat(convert(format, "1084,20180719,3:45:43,living room"))
        .isEqualTo(
            "{\"part_id\":\"1084\",\"ts_date\":\"20180719\",\"ts_time\":\"3:45:43\",\"room\":\"living room\"}");
  }

  @Test
  void stampingWritesTextTimesInTheSamePatternAndZone() throws IOException {
    FlatCsv sightings = new FlatCsv(SIGHTINGS);
    sightings.shiftEventTimes(Duration.ofHours(24).toMillis());
    assertThat(convert(sightings, "1084,20181027,9:05:00,yard"))
        .contains("\"ts_date\":\"20181028\",\"ts_time\":\"8:05:00\"");
    assertThat(convert(sightings, "1084,20181327,9:05:00,yard"))
        .contains("\"ts_date\":\"20181327\",\"ts_time\":\"9:05:00\"");
    FlatCsv trips = FlatCsv.withHeader(TRIPS, line("trip_start_timestamp,trip_end_timestamp"));
    trips.shiftEventTimes(Duration.ofMinutes(30).toMillis());
    assertThat(convert(trips, "01/19/2024 11:45:00 PM,01/19/2024 11:45:00 PM"))
        .isEqualTo(
            "{\"trip_start_timestamp\":\"01/20/2024 12:15:00 AM\",\"trip_end_timestamp\":\"01/19/2024 11:45:00 PM\"}");
  }

  @Test
  void stampingMakesSpecialValuesPlain() {
    FlatCsv tasks = new FlatCsv(TASKS);
    tasks.shiftEventTimes(1000);
    assertThat(convert(tasks, "5,,6,0")).startsWith("{\"time\":1000005,\"missing_info\":null,");
    long end = Instant.parse("2011-05-30T23:00:00Z").toEpochMilli();
    long origin = Instant.parse("2011-05-01T22:50:00Z").toEpochMilli();
    assertThat(convert(tasks, Long.MAX_VALUE + ",,6,0"))
        .startsWith("{\"time\":" + (end + 1000 - origin) + "000,");
    assertThat(tasks.eventTime(line(Long.MAX_VALUE + ",,6,0"))).isEqualTo(end);
  }
}
