package io.mysimbdp.emulator;

import io.mysimbdp.emulator.sink.RawSink;
import io.mysimbdp.platform.dataset.Marker;
import io.mysimbdp.platform.definition.Tenant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps records with their streams, in the order of the calls. */
final class Recording implements RawSink {

  /** A record. */
  static final class Sent {
    private final String stream;
    private final byte[] value;

    Sent(String stream, byte[] value) {
      this.stream = stream;
      this.value = value;
    }

    String stream() {
      return stream;
    }

    byte[] value() {
      return value;
    }

    String text() {
      return new String(value, StandardCharsets.UTF_8);
    }
  }

  private final int partitions;
  private final List<Sent> records = new ArrayList<>();

  Recording(int partitions) {
    this.partitions = partitions;
  }

  List<Sent> records() {
    return records;
  }

  List<String> texts() {
    return records.stream().map(Sent::text).toList();
  }

  /** The event times of the records, which are all good, as the stream job will read them. */
  List<Long> times(Tenant tenant) throws IOException {
    Map<String, SchemaJudge> judges = new HashMap<>();
    List<Long> times = new ArrayList<>();
    for (Sent sent : records) {
      SchemaJudge judge =
          judges.computeIfAbsent(sent.stream, name -> new SchemaJudge(tenant.rawStream(name)));
      if (!judge.isGood(sent.value, Long.MIN_VALUE, Long.MAX_VALUE)) {
        throw new IOException("not good: " + sent.text());
      }
      times.add(judge.time());
    }
    return times;
  }

  @Override
  public int partitions(String stream) {
    return partitions;
  }

  @Override
  public void send(String stream, int partition, byte[] key, byte[] value) {
    records.add(new Sent(stream, value));
  }

  @Override
  public void mark(String stream, Marker marker) {}

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
