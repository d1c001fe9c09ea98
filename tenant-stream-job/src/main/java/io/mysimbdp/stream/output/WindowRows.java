package io.mysimbdp.stream.output;

import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Span;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.record.Row;
import io.mysimbdp.platform.record.Timestamps;
import io.mysimbdp.stream.slice.FinishedWindow;
import java.util.List;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.ChainingStrategy;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Turns finished windows into silver records, derived columns and alerts. Chained to the slices.
 */
public final class WindowRows extends AbstractStreamOperator<SinkInput>
    implements OneInputStreamOperator<FinishedWindow, SinkInput> {
  private static final long serialVersionUID = 1L;

  private final OutputTopics topics;
  private final List<Rollup> analytics;
  private transient SilverWriter[] writers;

  /** Rows of the analytics of one raw stream. */
  public WindowRows(Tenant tenant, List<Rollup> analytics) {
    this.topics = new OutputTopics(tenant);
    this.analytics = List.copyOf(analytics);
    chainingStrategy = ChainingStrategy.ALWAYS;
  }

  @Override
  public void open() throws Exception {
    super.open();
    writers = SilverWriter.of(analytics, Span.Windowed.class, topics);
  }

  @Override
  public void processElement(StreamRecord<FinishedWindow> element) {
    FinishedWindow window = element.getValue();
    SilverWriter writer = writers[window.key().rollup()];
    Row row =
        writer.program().finish(window.key(), window.start(), window.end(), window.accumulator());
    output.collect(
        new StreamRecord<>(writer.windowed(window.key(), row, window.end(), window.records())));
    if (writer.program().isAlert(row)) {
      output.collect(
          Dispatch.ALERTS,
          new StreamRecord<>(writer.alert(window.key(), row, Timestamps.format(window.end()))));
    }
  }
}
