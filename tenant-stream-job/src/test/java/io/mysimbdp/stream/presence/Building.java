package io.mysimbdp.stream.presence;

import io.mysimbdp.platform.dataset.DatasetJson;
import io.mysimbdp.platform.dataset.Marker;
import io.mysimbdp.platform.definition.RawStream;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.definition.reading.Definitions;
import io.mysimbdp.platform.names.Names;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** A tenant that is about nothing but who is in which room, and raw records for it. */
final class Building {
  static final Tenant TENANT = Definitions.read(Path.of("src/test/resources/tenants/building"));
  static final RawStream SIGHTINGS = TENANT.rawStream("sightings");
  static final List<Rollup> ANALYTICS = TENANT.silverOf("sightings");
  static final long OUT_OF_ORDERNESS = SIGHTINGS.outOfOrderness().toMillis();
  static final int PARTITIONS = 2;

  /** Places of the analytics among those of the stream. */
  static final int OCCUPANCY = 0;

  static final int ARRIVALS = 1;
  static final int STAYS = 2;

  private Building() {}

  static ConsumerRecord<byte[], byte[]> sighting(
      int partition, long offset, String person, String room, long time) {
    String json = "{\"person\":\"%s\",\"room\":\"%s\",\"seen\":%d}".formatted(person, room, time);
    return record(partition, offset, json.getBytes(StandardCharsets.UTF_8), new RecordHeaders());
  }

  static ConsumerRecord<byte[], byte[]> marker(long offset, Marker marker) {
    RecordHeaders headers = new RecordHeaders();
    headers.add(Names.CONTROL_HEADER, marker.kind().header().getBytes(StandardCharsets.UTF_8));
    return record(marker.partition(), offset, DatasetJson.write(marker), headers);
  }

  private static ConsumerRecord<byte[], byte[]> record(
      int partition, long offset, byte[] value, RecordHeaders headers) {
    return new ConsumerRecord<>(
        "building.raw.sightings",
        partition,
        offset,
        0,
        TimestampType.CREATE_TIME,
        0,
        value.length,
        null,
        value,
        headers,
        Optional.empty());
  }
}
