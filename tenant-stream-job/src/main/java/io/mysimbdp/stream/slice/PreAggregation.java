package io.mysimbdp.stream.slice;

import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.rollup.GroupKey;
import io.mysimbdp.platform.rollup.RollupProgram;
import io.mysimbdp.platform.window.SliceCursor;
import io.mysimbdp.platform.window.Windows;
import io.mysimbdp.stream.gate.Gated;
import java.util.List;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.ChainingStrategy;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Collapses records of one group and slice before the exchange. Chained to the source. It holds
 * nothing across a checkpoint and needs no state: it is emptied before every barrier, before every
 * watermark that closes a window, when it is full, and at the end.
 *
 * <p>Where records do not collapse (many groups, few records each), gathering them only costs; then
 * it steps aside for a while and sends each record by itself.
 */
public final class PreAggregation extends AbstractStreamOperator<Partial>
    implements OneInputStreamOperator<Gated.Admitted, Partial> {
  private static final long serialVersionUID = 1L;

  /** Fewer records an entry than this are not worth gathering. */
  private static final int WORTHWHILE = 2;

  private final List<Rollup> analytics;
  private final int capacity;
  private transient StreamPrograms programs;
  private transient SliceCursor[] cursors;
  private transient PartialBuffer buffer;
  private transient PartialBuffer.Encoder encoder;
  private transient long gathered;
  private transient long asideFor;

  /**
   * Pre-aggregation for one stream.
   *
   * @param capacity how many entries (group and slice) a subtask gathers at most
   */
  public PreAggregation(List<Rollup> analytics, int capacity) {
    this.analytics = List.copyOf(analytics);
    this.capacity = capacity;
    chainingStrategy = ChainingStrategy.ALWAYS;
  }

  @Override
  public void open() throws Exception {
    super.open();
    programs = new StreamPrograms(analytics);
    cursors = new SliceCursor[programs.size()];
    for (int i = 0; i < cursors.length; i++) {
      cursors[i] = programs.program(i) == null ? null : new SliceCursor(programs.windows(i));
    }
    buffer = new PartialBuffer();
    encoder = new PartialBuffer.Encoder(programs);
  }

  @Override
  public void processElement(StreamRecord<Gated.Admitted> element) {
    Gated.Admitted record = element.getValue();
    for (int i = 0; i < programs.size(); i++) {
      RollupProgram program = programs.program(i);
      if (program != null && record.firstJoin[i] != Windows.NONE) {
        cursors[i].moveTo(record.time);
        long slice = cursors[i].partStart();
        if (asideFor > 0) {
          asideFor--;
          alone(program, record, slice, record.firstJoin[i]);
        } else {
          gathered++;
          program.add(
              buffer.accumulator(program, program.group(record.row), slice, record.firstJoin[i]),
              record.row,
              record.time,
              record.partition,
              record.offset);
        }
      }
    }
    if (buffer.size() >= capacity) {
      if (gathered < (long) WORTHWHILE * buffer.size()) {
        asideFor = 10L * capacity;
      }
      flush(Long.MAX_VALUE);
    }
  }

  private void alone(RollupProgram program, Gated.Admitted record, long slice, long firstEnd) {
    var accumulator = program.newAccumulator();
    program.add(accumulator, record.row, record.time, record.partition, record.offset);
    GroupKey key = program.group(record.row);
    emit(encoder.partial(key, slice, firstEnd, accumulator));
  }

  private void flush(long upTo) {
    buffer.drain(
        upTo,
        (key, slice, firstEnd, accumulator) ->
            emit(encoder.partial(key, slice, firstEnd, accumulator)));
    if (buffer.size() == 0) {
      gathered = 0;
    }
  }

  private void emit(Partial partial) {
    output.collect(new StreamRecord<>(partial));
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) {
    flush(Long.MAX_VALUE);
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    flush(mark.getTimestamp() == Long.MAX_VALUE ? Long.MAX_VALUE : mark.getTimestamp() + 1);
    super.processWatermark(mark);
  }

  @Override
  public void finish() throws Exception {
    flush(Long.MAX_VALUE);
    super.finish();
  }
}
