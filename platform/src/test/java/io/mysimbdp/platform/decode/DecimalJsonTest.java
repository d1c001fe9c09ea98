package io.mysimbdp.platform.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.platform.definition.RawStream;
import io.mysimbdp.platform.definition.reading.Definitions;
import io.mysimbdp.platform.record.Row;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Money in raw records: exact, or a dead letter. */
class DecimalJsonTest {
  @TempDir Path folder;

  private JsonDecoder decoder;
  private Row row;

  @BeforeEach
  void tenant() throws IOException {
    Path tenant = Files.createDirectories(folder.resolve("taxi"));
    Files.writeString(
        tenant.resolve(Definitions.FILE),
        """
        tenant: taxi
        raw:
          trips:
            schema: trip.avsc
            format: json
            key: [start]
            partitions: 2
            event_time: {field: start, unit: s}
            out_of_orderness: 10s
        silver:
          fares: {from: trips, window: {tumbling: 5s}, aggregates: {total: sum(fare)}}
        agreement: {parallelism: 1}
        """);
    Files.writeString(
        tenant.resolve("trip.avsc"),
        """
        {"type": "record", "name": "trip", "fields": [
          {"name": "start", "type": "long"},
          {"name": "fare", "type": ["null",
            {"type": "bytes", "logicalType": "decimal", "precision": 6, "scale": 2}]}
        ]}
        """);
    RawStream trips = Definitions.read(tenant).rawStream("trips");
    decoder = new JsonDecoder(trips);
    row = new Row(trips.schema().size());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "8.75, 8.75",
        "\"8.75\", 8.75",
        "0, 0.00",
        "1.1e1, 11.00",
        "9999.99, 9999.99",
        "0.10000000000000000000000000000000000000000000000000, 0.10",
      })
  void isReadFromItsDigits(String json, String value) {
    assertThat(decode(json)).isNull();
    assertThat(row.getDecimal(1)).isEqualTo(new BigDecimal(value));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "8.755, field 'fare' has more than 2 digits behind the point: 8.755",
        "10000, field 'fare' has more than 4 digits before the point: 10000",
        "1e999999999, field 'fare' has more than 4 digits before the point: 1e999999999",
        "\"\", field 'fare' should be a decimal number but is ''",
        "\"$8.75\", field 'fare' should be a decimal number but is '$8.75'",
        "true, field 'fare' should be a decimal number but is true",
        "[8.75], field 'fare' should be a decimal number but is an array",
      })
  void orIsADeadLetter(String json, String reason) {
    assertThat(decode(json)).isEqualTo(reason);
  }

  @Test
  void mayBeNull() {
    assertThat(decode("null")).isNull();
    assertThat(row.isNull(1)).isTrue();
  }

  private String decode(String fare) {
    String json = "{\"start\":1,\"fare\":" + fare + "}";
    return decoder.decode(json.getBytes(StandardCharsets.UTF_8), row);
  }
}
