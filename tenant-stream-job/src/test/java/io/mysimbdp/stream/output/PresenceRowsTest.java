package io.mysimbdp.stream.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.definition.reading.Definitions;
import io.mysimbdp.stream.gate.Gated;
import io.mysimbdp.stream.presence.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** Presence as it leaves the job. */
class PresenceRowsTest {
  private static final Tenant TENANT =
      Definitions.read(Path.of("src/test/resources/tenants/building"));
  private static final List<Rollup> ANALYTICS = TENANT.silverOf("sightings");
  private static final long CLOSE = 60_000;
  private static final OutputTopics TOPICS = new OutputTopics(TENANT);

  @Test
  void rowsAlertsAndWhatChangedNothing() throws Exception {
    try (var rows =
        new OneInputStreamOperatorTestHarness<Outcome, SinkInput>(
            new PresenceRows(TENANT, ANALYTICS))) {
      rows.setup(SinkInputSerializer.INSTANCE);
      rows.open();
      rows.processElement(new StreamRecord<>(line(0, 1500, 2, "hall", 1500L, 2L, 1L, 0L)));
      rows.processElement(new StreamRecord<>(line(1, 1500, 3, "ann", 1500L, "hall", null)));
      rows.processElement(
          new StreamRecord<>(line(2, 9000, 4, "ann", 1500L, 9000L, "hall", 8L, 3L, true)));
      rows.processElement(new StreamRecord<>(new Outcome.Unchanged(1, CLOSE, 5)));
      List<SinkInput> out = rows.extractOutputValues();
      assertThat(out).hasSize(4);
      assertOutgoing(
          out.get(0),
          "room_occupancy",
          2,
          "{\"room\":\"hall\",\"event_time\":\"1970-01-01T00:00:01.500Z\",\"occupants\":2,"
              + "\"arrived\":1,\"departed\":0,\"crowded\":true}");
      assertOutgoing(
          out.get(1),
          "room_arrivals",
          3,
          "{\"person\":\"ann\",\"event_time\":\"1970-01-01T00:00:01.500Z\",\"room\":\"hall\","
              + "\"came_from\":null}");
      assertOutgoing(
          out.get(2),
          "room_stays",
          4,
          "{\"person\":\"ann\",\"arrived\":\"1970-01-01T00:00:01.500Z\","
              + "\"departed\":\"1970-01-01T00:00:09Z\",\"room\":\"hall\",\"seconds\":8,"
              + "\"events\":3,\"open\":true}");
      assertThat(out.get(3))
          .isEqualTo(new SinkInput.Unchanged(TOPICS.silver("room_arrivals"), CLOSE, 5));
      assertThat(rows.getSideOutput(Dispatch.ALERTS))
          .singleElement()
          .satisfies(
              alert ->
                  assertThat(text(((SinkInput.Outgoing) alert.getValue()).value()))
                      .startsWith(
                          "{\"id\":\"room_occupancy/hall/1970-01-01T00:00:01.500Z\",\"analytic\":"));
    }
  }

  @Test
  void whatChangedNothingTravelsToTheSink() throws IOException {
    SinkInput unchanged = new SinkInput.Unchanged(7, 1501, 5);
    DataOutputSerializer bytes = new DataOutputSerializer(32);
    SinkInputSerializer.INSTANCE.serialize(unchanged, bytes);
    assertThat(
            SinkInputSerializer.INSTANCE.deserialize(
                new DataInputDeserializer(bytes.getCopyOfBuffer())))
        .isEqualTo(unchanged);
  }

  @Test
  void aLateRecordNamesTheInstantThatItMissed() {
    Gated.Late late =
        new Gated.Late(
            "building.raw.sightings",
            1,
            17,
            1500,
            new byte[0],
            new long[] {1500, Long.MAX_VALUE, Long.MAX_VALUE},
            new long[] {1500, Long.MAX_VALUE, Long.MAX_VALUE});
    assertThat(text(RejectedJson.write(late, ANALYTICS)))
        .startsWith(
            "{\"missed\":[{\"analytic\":\"room_occupancy\","
                + "\"instant\":\"1970-01-01T00:00:01.500Z\"}],");
  }

  private static Outcome line(int analytic, long time, long records, Object... columns) {
    return new Outcome.Line(analytic, CLOSE, time, records, columns);
  }

  private static void assertOutgoing(SinkInput input, String analytic, long records, String json) {
    SinkInput.Outgoing outgoing = (SinkInput.Outgoing) input;
    assertThat(outgoing.topic()).isEqualTo(TOPICS.silver(analytic));
    assertThat(outgoing.records()).isEqualTo(records);
    assertThat(outgoing.windowEnd()).isEqualTo(CLOSE);
    assertThat(outgoing.position()).isEmpty();
    assertThat(text(outgoing.value())).isEqualTo(json);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
