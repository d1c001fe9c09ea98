package io.mysimbdp.platform.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.platform.record.Row;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventTimeReaderTest {
  private final Row row = new Row(2);

  @Test
  void specialValuesMeanInstantsOfTheirOwn() {
    EventTimeReader reader =
        new EventTimeReader(
            new EventTimeForm.Numeric(
                0,
                EventTimeForm.Unit.MICROSECONDS,
                Instant.parse("2011-05-01T22:50:00Z"),
                Map.of(Long.MAX_VALUE, Instant.parse("2011-05-30T23:00:00Z"))));
    assertThat(read(reader, 0)).isEqualTo("2011-05-01T22:50:00Z");
    assertThat(read(reader, 600_000_000)).isEqualTo("2011-05-01T23:00:00Z");
    assertThat(read(reader, Long.MAX_VALUE)).isEqualTo("2011-05-30T23:00:00Z");
  }

  private String read(EventTimeReader reader, long value) {
    row.setLong(0, value);
    assertThat(reader.read(row)).isNull();
    return Instant.ofEpochMilli(reader.millis()).toString();
  }

  @Test
  void textColumnsAreJoinedByOneSpace() {
    EventTimeReader reader =
        new EventTimeReader(
            new EventTimeForm.LocalText(
                List.of(0, 1), "yyyyMMdd H:mm:ss", ZoneId.of("Europe/Athens")));
    row.setText(0, "20180719");
    row.setText(1, "3:45:43");
    assertThat(reader.read(row)).isNull();
    assertThat(Instant.ofEpochMilli(reader.millis())).isEqualTo("2018-07-19T00:45:43Z");
    row.setText(1, "25:45:43");
    assertThat(reader.read(row))
        .isEqualTo("event time '20180719 25:45:43' is not written as 'yyyyMMdd H:mm:ss'");
  }
}
