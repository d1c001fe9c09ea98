package io.mysimbdp.stream.spec;

import io.mysimbdp.platform.dataset.DatasetJson;
import io.mysimbdp.platform.dataset.Marker;
import io.mysimbdp.platform.names.Names;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** What stands under {@code when}, as raw records in the order of their arrival. */
final class Feed {
  private static final String ARRIVED = "2024-12-31T00:00:00Z";

  private final int partitions;
  private final boolean spread;
  private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
  private final Map<String, Integer> places = new LinkedHashMap<>();
  private final long[] offsets;
  private final long[] sent;
  private Map<String, Object> open = Map.of();
  private int plain;

  /**
   * A feed.
   *
   * @param spread whether records go to two partitions in turn
   */
  Feed(List<Object> when, boolean spread) {
    this.spread = spread;
    this.partitions = spread || when.stream().anyMatch(Feed::namesPartition) ? 2 : 1;
    this.offsets = new long[partitions];
    this.sent = new long[partitions];
    for (int i = 0; i < when.size(); i++) {
      add(when.get(i), i + 1);
    }
  }

  static boolean namesPartition(Object item) {
    return item instanceof Map<?, ?> map && map.containsKey("partition");
  }

  int partitions() {
    return partitions;
  }

  List<ConsumerRecord<byte[], byte[]>> records() {
    return records;
  }

  /** Which item of {@code when}, from 1, the record at a partition and offset was. */
  int place(Object partition, Object offset) {
    return places.get(partition + ":" + offset);
  }

  private void add(Object item, int place) {
    Map<String, Object> map = item instanceof Map ? SpecText.map(item) : Map.of("raw", item);
    if (map.containsKey("begin")) {
      open = map;
      mark(Marker.Kind.BEGIN, map.get("begin"), place);
    } else if (map.containsKey("end")) {
      mark(Marker.Kind.END, map.get("end"), place);
    } else {
      boolean wrapped = map.containsKey("raw") || map.containsKey("value");
      Object value =
          map.containsKey("raw") ? map.get("raw") : SpecText.json(wrapped ? map.get("value") : map);
      Object turn = spread ? plain++ % 2 : 0;
      int partition = (int) (wrapped ? map.getOrDefault("partition", turn) : turn);
      sent[partition]++;
      Object arrived = wrapped ? map.getOrDefault("arrived", ARRIVED) : ARRIVED;
      byte[] bytes = ((String) value).getBytes(StandardCharsets.UTF_8);
      add(partition, SpecDay.millis(arrived), bytes, new RecordHeaders(), place);
    }
  }

  private void mark(Marker.Kind kind, Object dataset, int place) {
    for (int partition = 0; partition < partitions; partition++) {
      Marker marker =
          new Marker(
              kind,
              String.valueOf(dataset),
              partition,
              partitions,
              SpecDay.millis(open.get("from")),
              SpecDay.millis(open.get("close")),
              kind == Marker.Kind.END ? sent[partition] : 0);
      sent[partition] = 0;
      RecordHeaders headers = new RecordHeaders();
      headers.add(Names.CONTROL_HEADER, kind.header().getBytes(StandardCharsets.UTF_8));
      add(partition, 0, DatasetJson.write(marker), headers, place);
    }
  }

  private void add(int partition, long arrived, byte[] value, RecordHeaders headers, int place) {
    places.put(partition + ":" + offsets[partition], place);
    records.add(
        new ConsumerRecord<>(
            "spec.raw.events",
            partition,
            offsets[partition]++,
            arrived,
            TimestampType.CREATE_TIME,
            0,
            value.length,
            null,
            value,
            headers,
            Optional.empty()));
  }
}
