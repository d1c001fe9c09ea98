package io.mysimbdp.stream.loader;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.InputStatus;

/**
 * Commits the offsets of Kafka's reader as soon as a checkpoint is complete; a dataset's gold waits
 * for those of the loader. By itself the connector (3.4.0) does so when its poll of the topics
 * returns, after ten seconds if nothing more comes (FLINK-40367). So this wakes the thread that
 * polls: that is what happens to it when partitions are to be read on, even if none was paused.
 */
public final class PromptReader<T, S extends SourceSplit> implements SourceReader<T, S> {
  private final SourceReader<T, S> reader;
  private final Set<String> splits = new TreeSet<>();

  public PromptReader(SourceReader<T, S> reader) {
    this.reader = reader;
  }

  @Override
  public void notifyCheckpointComplete(long checkpointId) throws Exception {
    reader.notifyCheckpointComplete(checkpointId);
    reader.pauseOrResumeSplits(List.of(), splits);
  }

  @Override
  public void addSplits(List<S> added) {
    added.forEach(split -> splits.add(split.splitId()));
    reader.addSplits(added);
  }

  /** Watermark alignment would ask for this; a partition that it pauses must not be woken. */
  @Override
  public void pauseOrResumeSplits(Collection<String> toPause, Collection<String> toResume) {
    throw new UnsupportedOperationException("sources that are aligned cannot commit promptly");
  }

  @Override
  public void start() {
    reader.start();
  }

  @Override
  public InputStatus pollNext(ReaderOutput<T> output) throws Exception {
    return reader.pollNext(output);
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return reader.isAvailable();
  }

  @Override
  public List<S> snapshotState(long checkpointId) {
    return reader.snapshotState(checkpointId);
  }

  @Override
  public void notifyNoMoreSplits() {
    reader.notifyNoMoreSplits();
  }

  @Override
  public void handleSourceEvents(SourceEvent event) {
    reader.handleSourceEvents(event);
  }

  @Override
  public void notifyCheckpointAborted(long checkpointId) throws Exception {
    reader.notifyCheckpointAborted(checkpointId);
  }

  @Override
  public void close() throws Exception {
    reader.close();
  }
}
