package io.mysimbdp.stream.output;

import io.mysimbdp.stream.gate.Gated;

/** What reaches the end of the stream job. */
public sealed interface SinkInput {

  /**
   * A Kafka record to write.
   *
   * @param topic a number of {@link OutputTopics}
   * @param key may be null
   * @param records how many (record, window) pairs a silver row stands for; 0 of other records
   * @param windowEnd of a windowed silver row, milliseconds since the epoch; of presence, the close
   *     of its dataset; otherwise, and of presence outside any dataset, {@link Long#MIN_VALUE}
   * @param dataset of a silver row of a single record: the dataset that its partition was in, empty
   *     outside any; otherwise empty
   * @param position of a silver row of a single record: partition and offset of its raw record,
   *     {@code 3:1027}; otherwise empty
   */
  @SuppressWarnings("ArrayRecordComponent") // bytes on their way; never compared
  record Outgoing(
      int topic,
      byte[] key,
      byte[] value,
      long records,
      long windowEnd,
      String dataset,
      String position)
      implements SinkInput {

    /** A record that is not silver. */
    public static Outgoing plain(int topic, byte[] key, byte[] value) {
      return new Outgoing(topic, key, value, 0, Long.MIN_VALUE, "", "");
    }
  }

  /**
   * Records that joined a presence analytic and changed nothing: counted, not written.
   *
   * @param topic of the analytic, a number of {@link OutputTopics}
   * @param close of their dataset, milliseconds since the epoch
   */
  record Unchanged(int topic, long close, long records) implements SinkInput {}

  /** The news, broadcast to every subtask, that a partition has reached the end of a dataset. */
  record Closing(Gated.Closed partition) implements SinkInput {}
}
