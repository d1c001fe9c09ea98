package io.mysimbdp.stream.type;

import java.io.IOException;
import java.util.Objects;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * The serializer of a type that never leaves its operator chain, where objects are handed on as
 * they are. It refuses to serialize: to do so would mean that the chain was broken, and with it the
 * speed of the job.
 */
final class ChainedSerializer<T> extends ValueSerializer<T> {
  private static final long serialVersionUID = 1L;

  private final String type;

  ChainedSerializer(String type) {
    this.type = type;
  }

  private UnsupportedOperationException refusal() {
    return new UnsupportedOperationException(
        type
            + " is handed from operator to operator inside one chain and is never serialized."
            + " Leave operator chaining and object reuse on, and do not rescale a single operator.");
  }

  @Override
  public void serialize(T value, DataOutputView target) throws IOException {
    throw refusal();
  }

  @Override
  public T deserialize(DataInputView source) throws IOException {
    throw refusal();
  }

  @Override
  public TypeSerializerSnapshot<T> snapshotConfiguration() {
    throw refusal();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ChainedSerializer<?> that && type.equals(that.type);
  }

  @Override
  public int hashCode() {
    return Objects.hash(type);
  }
}
