package io.mysimbdp.emulator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mysimbdp.emulator.fault.Fault;
import io.mysimbdp.platform.dataset.Marker;
import io.mysimbdp.platform.record.Timestamps;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * What an emulation sent.
 *
 * @param from no record of the dataset has an earlier event time; milliseconds since the epoch
 * @param close every record of the dataset has an earlier event time; milliseconds since the epoch
 * @param elapsed wall-clock time of the sending
 * @param cut whether the time given was up before everything was sent
 * @param delayed how many records were held back
 * @param streams all raw streams of the tenant, in the order of its definition
 * @param heldBack the end markers that were not sent
 */
public record EmulationReport(
    String dataset,
    long from,
    long close,
    Duration elapsed,
    boolean cut,
    long delayed,
    List<StreamReport> streams,
    List<HeldBack> heldBack) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** An end marker that was not sent; {@code RawSink.mark} sends it. */
  public record HeldBack(String stream, Marker marker) {}

  public EmulationReport {
    streams = List.copyOf(streams);
    heldBack = List.copyOf(heldBack);
  }

  /** Data records sent to all streams. */
  public long sent() {
    return streams.stream().mapToLong(StreamReport::sentInAll).sum();
  }

  /** The report on this raw stream. */
  public StreamReport stream(String name) {
    return streams.stream()
        .filter(s -> s.stream().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no raw stream " + name));
  }

  private double perSecond() {
    return sent() * 1e9 / Math.max(1, elapsed.toNanos());
  }

  /** The report for a person. */
  public String toText() {
    StringBuilder text = new StringBuilder();
    line(text, "dataset   %s", dataset);
    line(text, "time      %s to %s", Timestamps.format(from), Timestamps.format(close));
    line(text, "sent      %,d records in %.1f s (%,.0f/s)", sent(), seconds(), perSecond());
    if (cut) {
      line(text, "          cut short: the time given was up");
    }
    if (delayed > 0) {
      line(text, "delayed   %,d", delayed);
    }
    for (StreamReport stream : streams) {
      line(
          text,
          "%s: read %,d, sent %,d, repeated %,d, withheld %,d",
          stream.stream(),
          stream.read(),
          stream.sentInAll(),
          stream.count(Fault.Effect.REPEATED),
          stream.count(Fault.Effect.WITHHELD));
      line(text, "  by partition      %s", stream.sent());
      if (stream.emptyLines() > 0) {
        line(text, "  empty lines       %,d, no records", stream.emptyLines());
      }
      if (stream.unsplit() > 0) {
        line(text, "  cannot be split   %,d, sent as they stand", stream.unsplit());
      }
      new TreeMap<>(stream.faults())
          .forEach((fault, count) -> line(text, "  %-17s %,d", fault.text(), count));
    }
    for (HeldBack held : heldBack) {
      line(text, "no end marker yet in %s, partition %d", held.stream, held.marker.partition());
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private double seconds() {
    return elapsed.toNanos() / 1e9;
  }

  /** The report for a program. */
  public String toJson() {
    ObjectNode node = JSON.createObjectNode();
    node.put("dataset", dataset);
    node.put("from", Timestamps.format(from));
    node.put("close", Timestamps.format(close));
    node.put("sent", sent());
    node.put("seconds", seconds());
    node.put("records_per_second", perSecond());
    node.put("cut", cut);
    node.put("delayed", delayed);
    ObjectNode all = node.putObject("streams");
    for (StreamReport stream : streams) {
      ObjectNode one = all.putObject(stream.stream());
      one.put("read", stream.read());
      one.put("sent", stream.sentInAll());
      one.put("empty_lines", stream.emptyLines());
      one.put("unsplit", stream.unsplit());
      one.put("repeated", stream.count(Fault.Effect.REPEATED));
      one.put("withheld", stream.count(Fault.Effect.WITHHELD));
      ArrayNode partitions = one.putArray("partitions");
      stream.sent().forEach(partitions::add);
      ObjectNode faults = one.putObject("faults");
      new TreeMap<>(stream.faults()).forEach((fault, count) -> faults.put(fault.text(), count));
    }
    ArrayNode held = node.putArray("held_back");
    heldBack.forEach(
        h -> held.addObject().put("stream", h.stream).put("partition", h.marker.partition()));
    return node.toPrettyString();
  }
}
