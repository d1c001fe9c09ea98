package io.mysimbdp.batch.trigger;

import io.mysimbdp.platform.coredms.Interval;
import io.mysimbdp.platform.dataset.AnalyticCount;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.RowTime;
import io.mysimbdp.platform.names.Names;
import io.mysimbdp.platform.record.Row;
import io.mysimbdp.platform.record.RowJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/**
 * Counts a dataset's committed rows on the silver topics.
 *
 * <p>Beside the counts it finds what the next steps need: the offset behind the last committed row
 * of each partition, which the loader has to pass (the end of the partition itself may lie behind
 * transaction markers, which no reader ever sees and no reader's committed offset covers); and the
 * offset of the first row that belongs to a later dataset, from which the next scan may start.
 */
final class SilverScan {
  private static final Duration POLL = Duration.ofMillis(200);

  /** What a scan found; offsets by partition. */
  record Result(
      Map<String, AnalyticCount> committed,
      Map<TopicPartition, Long> behindLastRow,
      Map<String, Long> resume) {}

  /** How the rows of one analytic are read. */
  private record Reader(Rollup analytic, RowJson json, Row row, RowTime rows, int time) {
    static Reader of(Rollup analytic) {
      RowTime rows = RowTime.of(analytic);
      return new Reader(
          analytic,
          new RowJson(analytic.output()),
          new Row(analytic.output().size()),
          rows,
          analytic.output().indexOf(rows.column()));
    }
  }

  private final String kafka;
  private final Interval interval;
  private final Map<TopicPartition, Reader> readers = new HashMap<>();
  private final Map<String, AnalyticCount> committed = new TreeMap<>();
  private final Map<TopicPartition, Long> behindLastRow = new HashMap<>();
  private final Map<TopicPartition, Long> firstLater = new HashMap<>();

  SilverScan(String kafka, Map<TopicPartition, Rollup> partitions, Interval interval) {
    this.kafka = kafka;
    this.interval = interval;
    partitions.forEach((partition, analytic) -> readers.put(partition, Reader.of(analytic)));
    partitions.values().forEach(a -> committed.put(a.name(), AnalyticCount.ZERO));
  }

  /**
   * Reads up to these ends, however long open transactions keep it waiting.
   *
   * @param kept offsets from which to read, as an earlier {@link Result#resume} named them
   * @param waiting is told what it waits for
   */
  Result read(Map<TopicPartition, Long> ends, Map<String, Long> kept, Consumer<String> waiting)
      throws InterruptedException {
    try (var consumer = Reading.committed(kafka)) {
      consumer.assign(ends.keySet());
      Map<TopicPartition, Long> earliest = consumer.beginningOffsets(ends.keySet());
      Map<TopicPartition, Long> left = new HashMap<>(ends);
      for (TopicPartition partition : ends.keySet()) {
        consumer.seek(partition, Reading.start(partition, kept, earliest));
      }
      while (true) {
        left.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
        if (left.isEmpty()) {
          break;
        }
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        var records = consumer.poll(POLL);
        for (ConsumerRecord<byte[], byte[]> record : records) {
          TopicPartition partition = new TopicPartition(record.topic(), record.partition());
          if (record.offset() < ends.get(partition)) {
            take(partition, record);
          }
        }
        if (records.isEmpty()) {
          waiting.accept("transactions on %s are open".formatted(left.keySet()));
        }
      }
    }
    Map<String, Long> resume = new HashMap<>();
    ends.forEach(
        (partition, end) ->
            resume.put(Reading.name(partition), firstLater.getOrDefault(partition, end)));
    return new Result(committed, behindLastRow, resume);
  }

  private void take(TopicPartition partition, ConsumerRecord<byte[], byte[]> record) {
    Reader reader = readers.get(partition);
    try {
      reader.json().read(record.value(), reader.row());
      long pairs = Long.parseLong(header(record));
      long time = reader.row().getLong(reader.time());
      if (interval.contains(reader.rows(), time)) {
        committed.merge(reader.analytic().name(), new AnalyticCount(1, pairs), AnalyticCount::plus);
      } else if (interval.isBefore(reader.rows(), time)) {
        firstLater.putIfAbsent(partition, record.offset());
      }
    } catch (IOException | NumberFormatException e) {
      throw new TriggerException(
          "topic %s, partition %d, offset %d: not a silver row (%s). Something else than the stream"
                  .formatted(record.topic(), record.partition(), record.offset(), e.getMessage())
              + " job has written there",
          e);
    }
    behindLastRow.put(partition, record.offset() + 1);
  }

  private static String header(ConsumerRecord<byte[], byte[]> record) throws IOException {
    Header header = record.headers().lastHeader(Names.RECORDS_HEADER);
    if (header == null) {
      throw new IOException("header " + Names.RECORDS_HEADER + " is missing");
    }
    return new String(header.value(), StandardCharsets.UTF_8);
  }
}
