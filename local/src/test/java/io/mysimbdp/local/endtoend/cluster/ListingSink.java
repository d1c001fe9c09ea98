package io.mysimbdp.local.endtoend.cluster;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mysimbdp.emulator.sink.RawSink;
import io.mysimbdp.platform.dataset.Marker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Notes the jobs of the events sent, in the order of the calls. */
final class ListingSink implements RawSink {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Long> jobs = new ArrayList<>();

  /** The jobs so far. */
  List<Long> jobs() {
    return jobs;
  }

  @Override
  public int partitions(String stream) {
    return 12;
  }

  @Override
  public void send(String stream, int partition, byte[] key, byte[] value) throws IOException {
    jobs.add(JSON.readTree(value).required("job_id").longValue());
  }

  @Override
  public void mark(String stream, Marker marker) {}

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
