package io.mysimbdp.stream.transaction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * What stands in one transaction of the sink.
 *
 * @param subtask of the sink; -1 if that is not known
 * @param after the checkpoint behind which it began; -1 if that is not known
 * @param records how many records it holds, by topic
 * @param datasets whose completions stand in it
 */
record Contents(int subtask, long after, Map<String, Long> records, List<String> datasets) {
  /** Of a transaction that was prepared before contents were noted. */
  static final Contents UNKNOWN = new Contents(-1, -1, Map.of(), List.of());

  Contents {
    records = Map.copyOf(records);
    datasets = List.copyOf(datasets);
  }

  void write(DataOutputView out) throws IOException {
    out.writeInt(subtask);
    out.writeLong(after);
    out.writeInt(records.size());
    for (Map.Entry<String, Long> topic : records.entrySet()) {
      out.writeUTF(topic.getKey());
      out.writeLong(topic.getValue());
    }
    out.writeInt(datasets.size());
    for (String dataset : datasets) {
      out.writeUTF(dataset);
    }
  }

  static Contents read(DataInputView in) throws IOException {
    int subtask = in.readInt();
    long after = in.readLong();
    Map<String, Long> records = new HashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      records.put(in.readUTF(), in.readLong());
    }
    List<String> datasets = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      datasets.add(in.readUTF());
    }
    return new Contents(subtask, after, records, datasets);
  }
}
