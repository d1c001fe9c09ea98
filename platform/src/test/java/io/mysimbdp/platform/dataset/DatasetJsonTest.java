package io.mysimbdp.platform.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Markers and completions as they stand on the topics. */
class DatasetJsonTest {

  @Test
  void aMarkerIsReadableJson() throws IOException {
    Marker end = new Marker(Marker.Kind.END, "jan", 2, 4, 1546300800000L, 1546300980000L, 17);
    byte[] body = DatasetJson.write(end);
    assertThat(new String(body, StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"dataset\":\"jan\",\"partition\":2,\"partitions\":4,"
                + "\"from\":\"2019-01-01T00:00:00Z\",\"close\":\"2019-01-01T00:03:00Z\","
                + "\"sent\":17}");
    assertThat(DatasetJson.readMarker("end", body)).isEqualTo(end);
  }

  @Test
  void aCompletionSurvivesTheTopic() throws IOException {
    Completion completion =
        new Completion(
            "jan",
            1,
            2,
            0,
            1,
            180_000,
            List.of(new PartitionLedger("readings", 0, 5, 2, 1, 1, 1)),
            Map.of("vm_cpu_windows", 3L),
            Map.of("vm_cpu_windows", new AnalyticCount(2, 3, 4)));
    assertThat(DatasetJson.readCompletion(DatasetJson.write(completion))).isEqualTo(completion);
  }

  @Test
  void aLossSurvivesTheTopicAndSaysWhatIsGone() throws IOException {
    Loss loss =
        new Loss(1, 17, "fenced", Map.of("t.silver.w", 3L, "t.late", 2L), List.of("jan"), 180_000);
    assertThat(DatasetJson.readLoss(DatasetJson.write(loss))).isEqualTo(loss);
    assertThat(loss.sentence())
        .contains("sink subtask 1 behind checkpoint 17")
        .contains("2 of t.late, 3 of t.silver.w")
        .contains("dataset jan will not be completed")
        .contains("fenced");
  }

  @Test
  void saysWhatIsWrongWithAMarker() {
    assertThatThrownBy(() -> DatasetJson.readMarker("stop", new byte[0]))
        .hasMessageContaining("'stop' is not begin, end or pulse");
    assertThatThrownBy(() -> read("[]")).hasMessageContaining("not a JSON object");
    assertThatThrownBy(() -> read("{\"dataset\":7}"))
        .hasMessageContaining("'dataset' is missing or not a text");
    assertThatThrownBy(
            () -> read("{\"dataset\":\"a\",\"partition\":0,\"partitions\":1,\"from\":1}"))
        .hasMessageContaining("'from' is missing");
  }

  @Test
  void aMarkerCannotForgeLinesNorStopTheClocksForEver() throws IOException {
    String sound =
        "{\"dataset\":\"a\",\"partition\":0,\"partitions\":1,"
            + "\"from\":\"2019-01-01T00:00:00Z\",\"close\":\"2019-01-02T00:00:00Z\"}";
    assertThat(read(sound).partitions()).isEqualTo(1);
    for (String name :
        List.of("a\\nNOT BALANCED", "\\u001b[2J", "\\u202egnp", "\\ud800", "\\u2028")) {
      assertThatThrownBy(() -> read(sound.replace("\"a\"", "\"" + name + "\"")))
          .as(name)
          .hasMessageContaining("cannot be seen");
    }
    assertThatThrownBy(() -> read(sound.replace("2019-01-02", "+10000-01-01")))
        .hasMessageContaining("'close' is beyond the year 9999");
    assertThatThrownBy(() -> read(sound.replace("\"partition\":0", "\"partition\":4294967296")))
        .hasMessageContaining("'partition' is not the number of a partition");
  }

  private static Marker read(String body) throws IOException {
    return DatasetJson.readMarker("begin", body.getBytes(StandardCharsets.UTF_8));
  }
}
