package io.mysimbdp.stream.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Span;
import io.mysimbdp.platform.record.Row;
import io.mysimbdp.platform.record.RowJson;
import io.mysimbdp.platform.rollup.GroupKey;
import io.mysimbdp.platform.rollup.RollupProgram;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Makes the Kafka records of one silver analytic: its rows, and its alerts. Not thread-safe. */
final class SilverWriter {
  private static final JsonFactory JSON = new JsonFactory();

  private final Rollup analytic;
  private final RollupProgram program;
  private final RowJson json;
  private final int topic;

  SilverWriter(Rollup analytic, int topic) {
    this.analytic = analytic;
    this.program = new RollupProgram(analytic, 0);
    this.json = new RowJson(analytic.output());
    this.topic = topic;
  }

  /** By analytic, the writers of those with this kind of span; null for the others. */
  static SilverWriter[] of(
      List<Rollup> analytics, Class<? extends Span> span, OutputTopics topics) {
    return analytics.stream()
        .map(a -> span.isInstance(a.span()) ? new SilverWriter(a, topics.silver(a.name())) : null)
        .toArray(SilverWriter[]::new);
  }

  RollupProgram program() {
    return program;
  }

  SinkInput.Outgoing windowed(GroupKey key, Row row, long end, long records) {
    return new SinkInput.Outgoing(topic, bytes(text(key)), json.write(row), records, end, "", "");
  }

  SinkInput.Outgoing each(GroupKey key, Row row, String dataset, String position) {
    return new SinkInput.Outgoing(
        topic, bytes(text(key)), json.write(row), 1, Long.MIN_VALUE, dataset, position);
  }

  /**
   * The alert that a row is: the row's columns behind an id that is the same however often the
   * alert is sent.
   *
   * @param instance what tells the row from others of its group: the window's end or the position
   */
  SinkInput.Outgoing alert(GroupKey key, Row row, String instance) {
    String id = analytic.name() + "/" + text(key) + "/" + instance;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (JsonGenerator generator = JSON.createGenerator(bytes)) {
      generator.writeStartObject();
      generator.writeStringField(Rollup.ALERT_ID, id);
      generator.writeStringField(Rollup.ALERT_ANALYTIC, analytic.name());
      json.writeFields(generator, row);
      generator.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return SinkInput.Outgoing.plain(OutputTopics.ALERTS, bytes(id), bytes.toByteArray());
  }

  private String text(GroupKey key) {
    return GroupText.of(key, program::groupType);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
