package io.mysimbdp.stream.slice;

import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.stream.type.ValueSerializer;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;

/** Copies windows as they come, before running totals go on growing. */
public final class WindowCopies extends ValueSerializer<FinishedWindow> {
  private static final long serialVersionUID = 1L;

  private final transient StreamPrograms programs;

  /** Copies windows of these analytics. */
  public WindowCopies(List<Rollup> analytics) {
    programs = new StreamPrograms(analytics);
  }

  @Override
  public FinishedWindow copy(FinishedWindow from) {
    try {
      var program = programs.program(from.key().rollup());
      DataOutputSerializer bytes = new DataOutputSerializer(64);
      program.write(bytes, from.accumulator());
      var accumulator = program.readAccumulator(new DataInputDeserializer(bytes.getCopyOfBuffer()));
      return new FinishedWindow(from.key(), from.start(), from.end(), accumulator, from.records());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void serialize(FinishedWindow value, DataOutputView target) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FinishedWindow deserialize(DataInputView source) {
    throw new UnsupportedOperationException();
  }

  @Override
  public TypeSerializerSnapshot<FinishedWindow> snapshotConfiguration() {
    throw new UnsupportedOperationException();
  }
}
