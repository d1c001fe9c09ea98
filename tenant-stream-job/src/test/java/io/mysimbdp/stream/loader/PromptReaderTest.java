package io.mysimbdp.stream.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.InputStatus;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** When the thread that reads is woken; that it then commits at once is for LoaderIT to show. */
class PromptReaderTest {
  private final List<String> asked = new ArrayList<>();
  private final PromptReader<String, KafkaPartitionSplit> reader =
      new PromptReader<>(new Recorded());

  @Test
  void afterEachCheckpointAllPartitionsAreToBeReadOn() throws Exception {
    reader.addSplits(List.of(partition(0)));
    reader.notifyCheckpointComplete(7);
    reader.addSplits(List.of(partition(2)));
    reader.notifyCheckpointComplete(8);
    assertThat(asked)
        .containsExactly(
            "checkpoint 7 complete",
            "pause [], read on [rows-0]",
            "checkpoint 8 complete",
            "pause [], read on [rows-0, rows-2]");
  }

  @Test
  void refusesToBeAligned() {
    assertThatThrownBy(() -> reader.pauseOrResumeSplits(Set.of("rows-0"), Set.of()))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static KafkaPartitionSplit partition(int number) {
    return new KafkaPartitionSplit(new TopicPartition("rows", number), 0);
  }

  /** Notes what it is asked for. */
  private final class Recorded implements SourceReader<String, KafkaPartitionSplit> {
    @Override
    public void notifyCheckpointComplete(long checkpointId) {
      asked.add("checkpoint " + checkpointId + " complete");
    }

    @Override
    public void pauseOrResumeSplits(Collection<String> toPause, Collection<String> toResume) {
      asked.add("pause %s, read on %s".formatted(toPause, toResume));
    }

    @Override
    public void start() {}

    @Override
    public InputStatus pollNext(ReaderOutput<String> output) {
      return InputStatus.NOTHING_AVAILABLE;
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public List<KafkaPartitionSplit> snapshotState(long checkpointId) {
      return List.of();
    }

    @Override
    public void addSplits(List<KafkaPartitionSplit> splits) {}

    @Override
    public void notifyNoMoreSplits() {}

    @Override
    public void close() {}
  }
}
