package io.mysimbdp.stream.spec;

import io.mysimbdp.platform.dataset.Completion;
import io.mysimbdp.platform.dataset.DatasetJson;
import io.mysimbdp.platform.dataset.PartitionLedger;
import io.mysimbdp.stream.output.OutputTopics;
import io.mysimbdp.stream.output.SinkInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the job wrote, as specs expect it.
 *
 * @param rows by analytic
 * @param late {@code {record, missed}}
 * @param dead {@code {record, reason}}
 * @param alerts as they stand on the topic
 * @param ledger by dataset; figures that are zero are left out
 */
record Found(
    Map<String, List<Object>> rows,
    List<Object> late,
    List<Object> dead,
    List<Object> alerts,
    Map<String, Object> ledger) {

  static Found of(List<SinkInput> outputs, OutputTopics topics, Feed feed) throws IOException {
    Found found =
        new Found(
            new LinkedHashMap<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new LinkedHashMap<>());
    topics.analytics().forEach(analytic -> found.rows.put(analytic, new ArrayList<>()));
    for (SinkInput output : outputs) {
      found.add((SinkInput.Outgoing) output, topics, feed);
    }
    return found;
  }

  private void add(SinkInput.Outgoing outgoing, OutputTopics topics, Feed feed) throws IOException {
    if (outgoing.topic() == OutputTopics.COMPLETIONS) {
      Completion completion = DatasetJson.readCompletion(outgoing.value());
      ledger.put(completion.dataset(), ledger(completion));
      return;
    }
    String json = new String(outgoing.value(), StandardCharsets.UTF_8);
    Map<String, Object> value = SpecText.object(SpecDay.shorten(json));
    if (OutputTopics.isSilver(outgoing.topic())) {
      rows.get(topics.analytic(outgoing.topic())).add(value);
    } else if (outgoing.topic() == OutputTopics.ALERTS) {
      alerts.add(value);
    } else {
      int place = feed.place(value.get("partition"), value.get("offset"));
      if (outgoing.topic() == OutputTopics.LATE) {
        late.add(Map.of("record", place, "missed", value.get("missed")));
      } else {
        dead.add(Map.of("record", place, "reason", value.get("reason")));
      }
    }
  }

  private static Map<String, Object> ledger(Completion completion) {
    Map<String, Integer> records = new LinkedHashMap<>();
    for (PartitionLedger entry : completion.ledger()) {
      count(records, "sent", entry.sent());
      count(records, "accepted", entry.accepted());
      count(records, "rejected", entry.rejected());
      count(records, "late", entry.late());
      count(records, "duplicate", entry.duplicate());
    }
    Map<String, Object> ledger = new LinkedHashMap<>(records);
    completion
        .written()
        .forEach(
            (analytic, written) -> {
              Map<String, Integer> figures = new LinkedHashMap<>();
              count(figures, "joined", completion.joined().getOrDefault(analytic, 0L));
              count(figures, "rows", written.rows());
              count(figures, "pairs", written.pairs());
              count(figures, "unchanged", written.unchanged());
              ledger.put(analytic, figures);
            });
    return ledger;
  }

  private static void count(Map<String, Integer> figures, String name, long count) {
    if (count != 0) {
      figures.merge(name, (int) count, Integer::sum);
    }
  }
}
