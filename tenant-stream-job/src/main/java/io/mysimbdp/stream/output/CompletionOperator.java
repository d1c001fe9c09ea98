package io.mysimbdp.stream.output;

import io.mysimbdp.platform.dataset.AnalyticCount;
import io.mysimbdp.platform.dataset.Completion;
import io.mysimbdp.platform.dataset.DatasetJson;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.stream.gate.Gated;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.ChainingStrategy;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Counts the silver that passes to the sink, and behind the last silver of a dataset writes a
 * completion, in the same transaction. Chained to the sink.
 *
 * <p>The ends of datasets reach every subtask by broadcast and are union state, deduplicated by
 * partition; the counts are list state and add up, wherever a restore puts them.
 */
public final class CompletionOperator extends AbstractStreamOperator<SinkInput>
    implements OneInputStreamOperator<SinkInput, SinkInput> {
  private static final long serialVersionUID = 1L;

  private final Tenant tenant;
  private final OutputTopics topics;
  private transient OpenDatasets datasets;
  private transient RowCounts counts;
  private transient ListState<byte[]> datasetState;
  private transient ListState<byte[]> countState;
  private transient long watermark;

  public CompletionOperator(Tenant tenant) {
    this.tenant = tenant;
    this.topics = new OutputTopics(tenant);
    chainingStrategy = ChainingStrategy.ALWAYS;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    datasets = new OpenDatasets(tenant.raw().size());
    counts = new RowCounts();
    watermark = Long.MIN_VALUE;
    datasetState = context.getOperatorStateStore().getUnionListState(bytes("datasets"));
    countState = context.getOperatorStateStore().getListState(bytes("counts"));
    for (byte[] closed : datasetState.get()) {
      datasets.add(ClosedSerializer.read(new DataInputDeserializer(closed)));
    }
    for (byte[] count : countState.get()) {
      counts.add(new DataInputDeserializer(count));
    }
  }

  private static ListStateDescriptor<byte[]> bytes(String name) {
    return new ListStateDescriptor<>(name, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
  }

  @Override
  public void processElement(StreamRecord<SinkInput> element) throws Exception {
    if (element.getValue() instanceof SinkInput.Closing closing) {
      datasets.add(closing.partition());
      complete();
      return;
    }
    if (element.getValue() instanceof SinkInput.Unchanged unchanged) {
      counts.addWindowed(
          topics.analytic(unchanged.topic()),
          unchanged.close(),
          new AnalyticCount(0, 0, unchanged.records()));
      return;
    }
    SinkInput.Outgoing outgoing = (SinkInput.Outgoing) element.getValue();
    if (OutputTopics.isSilver(outgoing.topic())) {
      String analytic = topics.analytic(outgoing.topic());
      AnalyticCount count = new AnalyticCount(1, outgoing.records());
      if (outgoing.windowEnd() == Long.MIN_VALUE) {
        counts.addEach(analytic, outgoing.dataset(), count);
      } else {
        counts.addWindowed(analytic, outgoing.windowEnd(), count);
      }
    }
    output.collect(element);
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    watermark = mark.getTimestamp();
    complete();
    super.processWatermark(mark);
  }

  private void complete() {
    var info = getRuntimeContext().getTaskInfo();
    Optional<OpenDatasets.Complete> complete = datasets.takeComplete(watermark);
    while (complete.isPresent()) {
      Completion completion =
          OpenDatasets.completion(
              complete.get(),
              info.getIndexOfThisSubtask(),
              info.getNumberOfParallelSubtasks(),
              counts);
      output.collect(
          new StreamRecord<>(
              SinkInput.Outgoing.plain(
                  OutputTopics.COMPLETIONS,
                  completion.dataset().getBytes(StandardCharsets.UTF_8),
                  DatasetJson.write(completion))));
      complete = datasets.takeComplete(watermark);
    }
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    if (watermark != Long.MIN_VALUE && watermark != Long.MAX_VALUE) {
      counts.compact(watermark + 1);
    }
    List<byte[]> ends = new ArrayList<>();
    for (Gated.Closed closed : datasets.all()) {
      ends.add(written(closed));
    }
    datasetState.update(ends);
    DataOutputSerializer out = new DataOutputSerializer(256);
    counts.write(out);
    countState.update(List.of(out.getCopyOfBuffer()));
  }

  private static byte[] written(Gated.Closed closed) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(256);
    ClosedSerializer.write(out, closed);
    return out.getCopyOfBuffer();
  }
}
