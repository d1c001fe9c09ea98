package io.mysimbdp.platform.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalTimeTextTest {
  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

  private final LocalTimeText trips = new LocalTimeText("MM/dd/yyyy hh:mm:ss a", CHICAGO);
  private final LocalTimeText sightings =
      new LocalTimeText("yyyyMMdd H:mm:ss", ZoneId.of("Europe/Athens"));

  @ParameterizedTest
  @CsvSource({
    "04/06/2016 08:45:00 PM, 2016-04-07T01:45:00Z",
    "01/19/2024 12:00:00 AM, 2024-01-19T06:00:00Z",
    "01/19/2024 12:00:00 pm, 2024-01-19T18:00:00Z",
    // 01:30 comes twice that night: the earlier, still summer time
    "11/06/2016 01:30:00 AM, 2016-11-06T06:30:00Z",
    // 02:30 never comes that night: moved on by the hour that is skipped
    "03/13/2016 02:30:00 AM, 2016-03-13T08:30:00Z",
    "03/13/2016 03:00:00 AM, 2016-03-13T08:00:00Z"
  })
  void chicagoTimes(String text, Instant expected) {
    assertThat(Instant.ofEpochMilli(trips.parse(text))).isEqualTo(expected);
  }

  @Test
  void hoursNeedNoLeadingZero() {
    assertThat(sightings.parse("20180719 3:45:43"))
        .isEqualTo(sightings.parse("20180719 03:45:43"))
        .isEqualTo(Instant.parse("2018-07-19T00:45:43Z").toEpochMilli());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "02/31/2016 08:45:00 PM",
        "02/29/2015 08:45:00 PM",
        "04/06/2016 13:45:00 PM",
        "04/06/2016 00:45:00 AM",
        "4/6/2016 08:45:00 PM",
        "04/06/2016 08:45:00",
        "04/06/2016 08:45:00 PM ",
        "20160406",
        ""
      })
  void whatDoesNotExistIsUnreadable(String text) {
    assertThat(trips.parse(text)).isEqualTo(LocalTimeText.UNREADABLE);
    assertThat(trips.parse(text)).as("remembered").isEqualTo(LocalTimeText.UNREADABLE);
  }

  @Test
  void whatIsWrittenIsReadBack() {
    for (long time = 0; time < 3_000_000_000_000L; time += 7_777_777_777L) {
      long second = time / 1000 * 1000;
      assertThat(trips.parse(trips.format(second))).isEqualTo(second);
    }
    assertThat(trips.format(Instant.parse("2016-04-07T01:45:00Z").toEpochMilli()))
        .isEqualTo("04/06/2016 08:45:00 PM");
  }

  @Test
  void theShortestStep() {
    assertThat(trips.step()).isEqualTo(1000);
    assertThat(new LocalTimeText("uuuu-MM-dd HH:mm", CHICAGO).step()).isEqualTo(60_000);
    assertThat(new LocalTimeText("uuuu-MM-dd HH", CHICAGO).step()).isEqualTo(3_600_000);
  }
}
