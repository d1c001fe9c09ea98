package io.mysimbdp.stream.output;

import io.mysimbdp.platform.definition.RawStream;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Span;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.record.Row;
import io.mysimbdp.platform.rollup.GroupKey;
import io.mysimbdp.platform.window.Windows;
import io.mysimbdp.stream.gate.Gated;
import io.mysimbdp.stream.type.ValueType;
import java.util.List;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.ChainingStrategy;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Sends what the gate found on its way: sound records on to where they are gathered, and to the
 * sink the dead letters, the late records, the ends of datasets and the rows of analytics without
 * windows. Chained to the source.
 */
public final class Dispatch extends AbstractStreamOperator<Gated.Admitted>
    implements OneInputStreamOperator<Gated, Gated.Admitted> {
  private static final long serialVersionUID = 1L;
  private static final ValueType<SinkInput> TYPE =
      new ValueType<>(SinkInput.class, SinkInputSerializer.INSTANCE);

  /** Records for the exactly-once sink. */
  public static final OutputTag<SinkInput> RECORDS = new OutputTag<>("records", TYPE);

  /** Ends of datasets, to be broadcast to every subtask of the sink. */
  public static final OutputTag<SinkInput> CLOSINGS = new OutputTag<>("closings", TYPE);

  /** Alerts, for the sink that does not wait for checkpoints. */
  public static final OutputTag<SinkInput> ALERTS = new OutputTag<>("alerts", TYPE);

  private final OutputTopics topics;
  private final List<Rollup> analytics;
  private final boolean anyGathered;
  private transient SilverWriter[] writers;

  public Dispatch(Tenant tenant, RawStream stream) {
    topics = new OutputTopics(tenant);
    analytics = tenant.silverOf(stream.name());
    anyGathered = analytics.stream().anyMatch(a -> !(a.span() instanceof Span.Each));
    chainingStrategy = ChainingStrategy.ALWAYS;
  }

  @Override
  public void open() throws Exception {
    super.open();
    writers = SilverWriter.of(analytics, Span.Each.class, topics);
  }

  @Override
  public void processElement(StreamRecord<Gated> element) {
    Gated gated = element.getValue();
    if (gated instanceof Gated.Admitted admitted) {
      rows(admitted);
      if (anyGathered) {
        output.collect(element.replace(admitted));
      }
    } else if (gated instanceof Gated.Dead dead) {
      toSink(OutputTopics.DEAD_LETTERS, RejectedJson.key(dead.key()), RejectedJson.write(dead));
    } else if (gated instanceof Gated.Late late) {
      toSink(OutputTopics.LATE, null, RejectedJson.write(late, analytics));
    } else if (gated instanceof Gated.Closed closed) {
      output.collect(CLOSINGS, new StreamRecord<>(new SinkInput.Closing(closed)));
    }
  }

  private void toSink(int topic, byte[] key, byte[] value) {
    output.collect(RECORDS, new StreamRecord<>(SinkInput.Outgoing.plain(topic, key, value)));
  }

  private void rows(Gated.Admitted admitted) {
    for (int i = 0; i < writers.length; i++) {
      if (writers[i] != null && admitted.firstJoin[i] != Windows.NONE) {
        SilverWriter writer = writers[i];
        GroupKey key = writer.program().group(admitted.row);
        Row row = writer.program().each(admitted.row, admitted.time);
        String position = admitted.partition + ":" + admitted.offset;
        output.collect(
            RECORDS, new StreamRecord<>(writer.each(key, row, admitted.dataset, position)));
        if (writer.program().isAlert(row)) {
          output.collect(ALERTS, new StreamRecord<>(writer.alert(key, row, position)));
        }
      }
    }
  }
}
