package io.mysimbdp.stream.output;

import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Span;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.record.Row;
import io.mysimbdp.platform.record.Timestamps;
import io.mysimbdp.platform.rollup.GroupKey;
import io.mysimbdp.platform.window.Windows;
import io.mysimbdp.stream.presence.Outcome;
import java.util.List;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.ChainingStrategy;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Turns what presence comes to into silver records, derived columns and alerts. Chained to the
 * operators of presence.
 */
public final class PresenceRows extends AbstractStreamOperator<SinkInput>
    implements OneInputStreamOperator<Outcome, SinkInput> {
  private static final long serialVersionUID = 1L;

  private final OutputTopics topics;
  private final List<Rollup> analytics;
  private transient SilverWriter[] writers;

  /** Rows of the presence analytics among those of one raw stream. */
  public PresenceRows(Tenant tenant, List<Rollup> analytics) {
    this.topics = new OutputTopics(tenant);
    this.analytics = List.copyOf(analytics);
    chainingStrategy = ChainingStrategy.ALWAYS;
  }

  @Override
  public void open() throws Exception {
    super.open();
    writers = SilverWriter.of(analytics, Span.Presence.class, topics);
  }

  @Override
  public void processElement(StreamRecord<Outcome> element) {
    Outcome outcome = element.getValue();
    Rollup analytic = analytics.get(outcome.analytic());
    boolean counted = outcome.close() != Windows.NONE;
    if (outcome instanceof Outcome.Line line) {
      SilverWriter writer = writers[line.analytic()];
      GroupKey key = new GroupKey(0, line.columns()[0]);
      Row row = writer.program().row(line.columns());
      output.collect(
          new StreamRecord<>(
              writer.windowed(key, row, counted ? line.close() : Long.MIN_VALUE, line.records())));
      if (writer.program().isAlert(row)) {
        output.collect(
            Dispatch.ALERTS,
            new StreamRecord<>(writer.alert(key, row, Timestamps.format(line.time()))));
      }
    } else if (counted) {
      output.collect(
          new StreamRecord<>(
              new SinkInput.Unchanged(
                  topics.silver(analytic.name()), outcome.close(), outcome.records())));
    }
  }
}
