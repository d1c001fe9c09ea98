package io.mysimbdp.stream;

import io.mysimbdp.platform.dataset.DatasetJson;
import io.mysimbdp.platform.dataset.Marker;
import io.mysimbdp.platform.dataset.Pulse;
import io.mysimbdp.platform.definition.RawStream;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.definition.reading.Definitions;
import io.mysimbdp.platform.names.Names;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** The vm-cpu tenant and raw records for it. Times are given in seconds since its trace began. */
public final class VmCpu {
  /** 2019-01-01T00:00:00Z. */
  public static final long ORIGIN = 1_546_300_800_000L;

  public static final Tenant TENANT = Definitions.read(Path.of("../tenants/vm-cpu"));
  public static final RawStream READINGS = TENANT.rawStream("readings");

  private VmCpu() {}

  /** The tenant with a change to its definition. */
  public static Tenant changed(UnaryOperator<String> change) {
    List<String> files = List.of("tenant.yaml", "vm_cpu_reading.avsc");
    try {
      Path root = Files.createTempDirectory("tenants");
      Path folder = Files.createDirectory(root.resolve("vm-cpu"));
      for (String file : files) {
        String text = Files.readString(Path.of("../tenants/vm-cpu", file));
        Files.writeString(folder.resolve(file), change.apply(text));
      }
      Tenant tenant = Definitions.read(folder);
      for (String file : files) {
        Files.delete(folder.resolve(file));
      }
      Files.delete(folder);
      Files.delete(root);
      return tenant;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Milliseconds since the epoch of a second of the trace. */
  public static long at(long second) {
    return ORIGIN + second * 1000;
  }

  public static ConsumerRecord<byte[], byte[]> reading(
      int partition, long offset, long second, String vm, double maxCpu) {
    return raw(
        partition,
        offset,
        "{\"timestamp\":%d,\"vm_id\":\"%s\",\"min_cpu\":0.5,\"max_cpu\":%s,\"avg_cpu\":1.0}"
            .formatted(second, vm, maxCpu));
  }

  public static ConsumerRecord<byte[], byte[]> raw(int partition, long offset, String value) {
    return record(partition, offset, value.getBytes(StandardCharsets.UTF_8), new RecordHeaders());
  }

  public static ConsumerRecord<byte[], byte[]> marker(long offset, Marker marker) {
    RecordHeaders headers = new RecordHeaders();
    headers.add(Names.CONTROL_HEADER, marker.kind().header().getBytes(StandardCharsets.UTF_8));
    return record(marker.partition(), offset, DatasetJson.write(marker), headers);
  }

  /** A pulse for a partition, which stands in partition 0. */
  public static ConsumerRecord<byte[], byte[]> pulse(long offset, int partition, long second) {
    RecordHeaders headers = new RecordHeaders();
    headers.add(Names.CONTROL_HEADER, Pulse.HEADER.getBytes(StandardCharsets.UTF_8));
    return record(0, offset, DatasetJson.write(new Pulse(partition, at(second))), headers);
  }

  private static ConsumerRecord<byte[], byte[]> record(
      int partition, long offset, byte[] value, RecordHeaders headers) {
    return new ConsumerRecord<>(
        "vm-cpu.raw.readings",
        partition,
        offset,
        at(0),
        TimestampType.CREATE_TIME,
        0,
        value.length,
        null,
        value,
        headers,
        Optional.empty());
  }
}
