package io.mysimbdp.local.endtoend.chaos;

import io.mysimbdp.local.endtoend.stack.Kafka;
import io.mysimbdp.platform.dataset.DatasetJson;
import io.mysimbdp.platform.dataset.Marker;
import io.mysimbdp.platform.definition.RawStream;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.names.Names;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the markers in a tenant's raw topics say. */
final class RawDatasets {
  private RawDatasets() {}

  /** The datasets that are closed in every partition of every raw stream, by name. */
  static List<String> closed(Kafka kafka, Tenant tenant) {
    TreeMap<String, Integer> ends = new TreeMap<>();
    int partitions = 0;
    for (RawStream stream : tenant.raw()) {
      String topic = Names.rawTopic(tenant, stream.name());
      partitions += kafka.ends(topic).size();
      kafka.forEach(
          topic,
          record -> {
            closedBy(record).ifPresent(dataset -> ends.merge(dataset, 1, Integer::sum));
          });
    }
    int all = partitions;
    return ends.keySet().stream().filter(dataset -> ends.get(dataset) == all).toList();
  }

  /** The dataset whose end marker a raw record is; empty if it is none. */
  static Optional<String> closedBy(ConsumerRecord<byte[], byte[]> record) {
    String control = Kafka.header(record, Names.CONTROL_HEADER);
    if (!Marker.Kind.END.header().equals(control)) {
      return Optional.empty();
    }
    try {
      return Optional.of(DatasetJson.readMarker(control, record.value()).dataset());
    } catch (IOException e) {
      throw new UncheckedIOException("a marker of the emulator's that is none", e);
    }
  }
}
