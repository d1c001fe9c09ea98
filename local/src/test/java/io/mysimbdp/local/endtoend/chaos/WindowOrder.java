package io.mysimbdp.local.endtoend.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mysimbdp.platform.coredms.SilverTable;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Span;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.names.Names;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The order in which committed windows are met: those of a group close one after the other, and the
 * transactions that hold them are committed in that order. Used by one thread.
 */
final class WindowOrder {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The columns that say whose window it is, and when it ends. */
  private record Columns(List<String> group, String end) {}

  private final Map<String, Columns> columnsByTopic = new HashMap<>();
  private final Map<Fingerprint, Long> lastEnds = new HashMap<>();

  WindowOrder(List<Tenant> tenants) {
    for (Tenant tenant : tenants) {
      for (Rollup analytic : tenant.silver()) {
        if (analytic.span() instanceof Span.Windowed) {
          columnsByTopic.put(Names.silverTopic(tenant, analytic), columns(tenant, analytic));
        }
      }
    }
  }

  private static Columns columns(Tenant tenant, Rollup analytic) {
    List<String> group = new ArrayList<>();
    for (int i = 0; i < analytic.groupBy().size(); i++) {
      group.add(analytic.output().column(i).name());
    }
    return new Columns(group, SilverTable.of(tenant, analytic).time().column());
  }

  /** What is wrong with a window that is met now; empty if nothing is, or if it is none. */
  Optional<String> seesTrouble(ConsumerRecord<byte[], byte[]> record) {
    Columns columns = columnsByTopic.get(record.topic());
    if (columns == null) {
      return Optional.empty();
    }
    JsonNode row = json(record);
    List<String> group =
        columns.group().stream().map(row::required).map(JsonNode::toString).toList();
    long end = Instant.parse(row.required(columns.end()).textValue()).toEpochMilli();
    Long before = lastEnds.put(Fingerprint.of(record.topic() + group), end);
    return before == null || before < end
        ? Optional.empty()
        : Optional.of(
            "the window of %s that ends at %s came after the one that ends at %s"
                .formatted(group, Instant.ofEpochMilli(end), Instant.ofEpochMilli(before)));
  }

  private static JsonNode json(ConsumerRecord<byte[], byte[]> record) {
    try {
      return JSON.readTree(record.value());
    } catch (IOException e) {
      throw new UncheckedIOException("a row of silver that is no JSON", e);
    }
  }
}
