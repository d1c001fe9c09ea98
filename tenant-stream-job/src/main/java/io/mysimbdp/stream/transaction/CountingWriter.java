package io.mysimbdp.stream.transaction;

import io.mysimbdp.stream.output.SinkInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;

/**
 * The connector's writer, which notes what each transaction holds.
 *
 * @param <W> the connector's state
 * @param <C> how the connector knows a transaction
 */
final class CountingWriter<W, C>
    implements StatefulSinkWriter<SinkInput, W>, CommittingSinkWriter<SinkInput, Prepared<C>> {
  private final SinkWriter<SinkInput> connector;
  private final ContentsCount contents;

  /**
   * @param connector keeps state and prepares transactions, as the writers of {@code KafkaSink} do
   */
  CountingWriter(SinkWriter<SinkInput> connector, ContentsCount contents) {
    this.connector = connector;
    this.contents = contents;
  }

  @Override
  public void write(SinkInput input, Context context) throws IOException, InterruptedException {
    connector.write(input, context);
    contents.add((SinkInput.Outgoing) input);
  }

  @Override
  @SuppressWarnings("unchecked") // the sink that made it says so
  public Collection<Prepared<C>> prepareCommit() throws IOException, InterruptedException {
    Contents held = contents.take();
    List<Prepared<C>> prepared = new ArrayList<>();
    for (C transaction : ((CommittingSinkWriter<SinkInput, C>) connector).prepareCommit()) {
      prepared.add(new Prepared<>(transaction, held));
    }
    return prepared;
  }

  @Override
  @SuppressWarnings("unchecked") // the sink that made it says so
  public List<W> snapshotState(long checkpoint) throws IOException {
    contents.checkpoint(checkpoint);
    return ((StatefulSinkWriter<SinkInput, W>) connector).snapshotState(checkpoint);
  }

  @Override
  public void flush(boolean endOfInput) throws IOException, InterruptedException {
    connector.flush(endOfInput);
  }

  @Override
  public void writeWatermark(Watermark watermark) throws IOException, InterruptedException {
    connector.writeWatermark(watermark);
  }

  @Override
  public void close() throws Exception {
    connector.close();
  }
}
