package io.mysimbdp.local.endtoend.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mysimbdp.local.endtoend.stack.Kafka;
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
  private static final ObjectMapper JSON = new ObjectMapper();

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
            if ("end".equals(Kafka.header(record, Names.CONTROL_HEADER))) {
              ends.merge(dataset(record), 1, Integer::sum);
            }
          });
    }
    int all = partitions;
    return ends.keySet().stream().filter(dataset -> ends.get(dataset) == all).toList();
  }

  private static String dataset(ConsumerRecord<byte[], byte[]> marker) {
    try {
      JsonNode body = JSON.readTree(marker.value());
      return body.required("dataset").textValue();
    } catch (IOException e) {
      throw new UncheckedIOException("a marker that is no JSON", e);
    }
  }
}
