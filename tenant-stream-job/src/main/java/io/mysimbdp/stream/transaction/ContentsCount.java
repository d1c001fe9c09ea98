package io.mysimbdp.stream.transaction;

import io.mysimbdp.stream.output.OutputTopics;
import io.mysimbdp.stream.output.SinkInput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts what goes into the transaction that is open. Not thread-safe. */
final class ContentsCount {
  private final OutputTopics topics;
  private final int subtask;
  private final long[] records;
  private final List<String> datasets = new ArrayList<>();
  private long after;

  /**
   * @param restored the checkpoint from which the sink was restored; 0 if it was not
   */
  ContentsCount(OutputTopics topics, int subtask, long restored) {
    this.topics = topics;
    this.subtask = subtask;
    this.records = new long[topics.count()];
    this.after = restored;
  }

  void add(SinkInput.Outgoing record) {
    records[record.topic()]++;
    if (record.topic() == OutputTopics.COMPLETIONS) {
      datasets.add(new String(record.key(), StandardCharsets.UTF_8));
    }
  }

  /** What the transaction holds that ends now; the count begins anew. */
  Contents take() {
    Map<String, Long> counted = new HashMap<>();
    for (int topic = 0; topic < records.length; topic++) {
      if (records[topic] > 0) {
        counted.put(topics.name(topic), records[topic]);
      }
      records[topic] = 0;
    }
    Contents contents = new Contents(subtask, after, counted, datasets);
    datasets.clear();
    return contents;
  }

  /** The next transaction begins behind this checkpoint. */
  void checkpoint(long number) {
    after = number;
  }
}
