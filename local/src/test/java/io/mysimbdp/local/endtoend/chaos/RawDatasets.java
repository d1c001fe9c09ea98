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
            String control = Kafka.header(record, Names.CONTROL_HEADER);
            if (Marker.Kind.END.header().equals(control)) {
              ends.merge(dataset(control, record), 1, Integer::sum);
            }
          });
    }
    int all = partitions;
    return ends.keySet().stream().filter(dataset -> ends.get(dataset) == all).toList();
  }

  private static String dataset(String control, ConsumerRecord<byte[], byte[]> marker) {
    try {
      return DatasetJson.readMarker(control, marker.value()).dataset();
    } catch (IOException e) {
      throw new UncheckedIOException("a marker of the emulator's that is none", e);
    }
  }
}
