package io.mysimbdp.local.endtoend.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mysimbdp.local.endtoend.stack.Kafka;
import io.mysimbdp.platform.coredms.SilverTable;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.names.Names;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What makes a record of a topic the only one of its kind: group and time of a silver row, or the
 * raw record that it stands for.
 */
interface Identity {
  ObjectMapper JSON = new ObjectMapper();

  /** The same text for no other record of the topic. */
  String of(ConsumerRecord<byte[], byte[]> record);

  /** By name, the topics that a tenant's stream job writes exactly once. */
  static Map<String, Identity> byTopic(Tenant tenant) {
    Map<String, Identity> identities = new HashMap<>();
    for (Rollup analytic : tenant.silver()) {
      identities.put(Names.silverTopic(tenant, analytic), silver(SilverTable.of(tenant, analytic)));
    }
    Identity raw = columns(List.of("topic", "partition", "offset"));
    identities.put(Names.deadLettersTopic(tenant), raw);
    identities.put(Names.lateTopic(tenant), raw);
    identities.put(
        Names.completionsTopic(tenant), columns(List.of("dataset", "subtask", "subtasks")));
    return identities;
  }

  private static Identity silver(SilverTable table) {
    if (table.positioned()) {
      return record -> Kafka.header(record, Names.POSITION_HEADER);
    }
    Rollup analytic = table.analytic();
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < analytic.groupBy().size(); i++) {
      columns.add(analytic.output().column(i).name());
    }
    columns.add(table.time().column());
    return columns(columns);
  }

  private static Identity columns(List<String> names) {
    return record -> {
      try {
        JsonNode row = JSON.readTree(record.value());
        List<String> values = new ArrayList<>();
        names.forEach(name -> values.add(row.required(name).toString()));
        return String.join(" ", values);
      } catch (IOException | IllegalArgumentException e) {
        throw new AssertionError(
            "%s, partition %d, offset %d: not a record of this topic"
                .formatted(record.topic(), record.partition(), record.offset()),
            e);
      }
    };
  }
}
