package io.mysimbdp.emulator;

import io.mysimbdp.emulator.sink.RawSink;
import io.mysimbdp.platform.dataset.Marker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Keeps what is sent, in the order of the calls. */
final class MemorySink implements RawSink {

  /** One call: a record, or a marker, which has neither key nor value. */
  static final class Sent {
    private final int partition;
    private final byte[] key;
    private final byte[] value;
    private final Marker marker;

    Sent(int partition, byte[] key, byte[] value, Marker marker) {
      this.partition = partition;
      this.key = key;
      this.value = value;
      this.marker = marker;
    }

    int partition() {
      return partition;
    }

    byte[] key() {
      return key;
    }

    byte[] value() {
      return value;
    }

    Marker marker() {
      return marker;
    }

    String text() {
      return new String(value, StandardCharsets.UTF_8);
    }
  }

  private final int partitions;
  private final List<Sent> all = new ArrayList<>();
  private int failAfter = Integer.MAX_VALUE;

  MemorySink(int partitions) {
    this.partitions = partitions;
  }

  MemorySink failingAfter(int records) {
    failAfter = records;
    return this;
  }

  List<Sent> all() {
    return all;
  }

  List<Sent> records() {
    return all.stream().filter(sent -> sent.marker == null).toList();
  }

  List<String> texts() {
    return records().stream().map(Sent::text).toList();
  }

  List<Marker> markers(Marker.Kind kind) {
    return all.stream()
        .map(Sent::marker)
        .filter(marker -> marker != null && marker.kind() == kind)
        .toList();
  }

  @Override
  public int partitions(String stream) {
    return partitions;
  }

  @Override
  public void send(String stream, int partition, byte[] key, byte[] value) throws IOException {
    if (failAfter-- == 0) {
      throw new IOException("the disk is full");
    }
    all.add(new Sent(partition, key, value, null));
  }

  @Override
  public void mark(String stream, Marker marker) {
    all.add(new Sent(marker.partition(), null, null, marker));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
