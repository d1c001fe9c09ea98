package io.mysimbdp.stream.slice;

import io.mysimbdp.platform.rollup.Accumulator;
import io.mysimbdp.platform.rollup.GroupKey;
import io.mysimbdp.platform.rollup.RollupProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Accumulators by first window end, slice and group. Not thread-safe. */
final class PartialBuffer {

  /** Takes one accumulator out of the buffer. */
  interface Drain {
    void take(GroupKey key, long slice, long firstEnd, Accumulator accumulator);
  }

  private final TreeMap<Long, Map<Long, Map<GroupKey, Accumulator>>> byFirstEnd = new TreeMap<>();
  private int size;
  private long lastFirstEnd;
  private long lastSlice;
  private Map<GroupKey, Accumulator> last;

  /** The accumulator for a group, slice and first end; an empty one if there was none. */
  Accumulator accumulator(RollupProgram program, GroupKey key, long slice, long firstEnd) {
    if (last == null || lastFirstEnd != firstEnd || lastSlice != slice) {
      last =
          byFirstEnd
              .computeIfAbsent(firstEnd, end -> new HashMap<>())
              .computeIfAbsent(slice, start -> new HashMap<>());
      lastFirstEnd = firstEnd;
      lastSlice = slice;
    }
    Accumulator accumulator = last.get(key);
    if (accumulator == null) {
      accumulator = program.newAccumulator();
      last.put(key, accumulator);
      size++;
    }
    return accumulator;
  }

  /** How many accumulators there are. */
  int size() {
    return size;
  }

  /** Takes out all whose first window ends at {@code upTo} or before. */
  void drain(long upTo, Drain drain) {
    while (!byFirstEnd.isEmpty() && byFirstEnd.firstKey() <= upTo) {
      Map.Entry<Long, Map<Long, Map<GroupKey, Accumulator>>> end = byFirstEnd.pollFirstEntry();
      last = null;
      end.getValue()
          .forEach(
              (slice, groups) -> {
                size -= groups.size();
                groups.forEach(
                    (key, accumulator) -> drain.take(key, slice, end.getKey(), accumulator));
              });
    }
  }

  /** Turns accumulators into bytes. */
  static final class Encoder {
    private final StreamPrograms programs;
    private final DataOutputSerializer bytes = new DataOutputSerializer(128);

    Encoder(StreamPrograms programs) {
      this.programs = programs;
    }

    Partial partial(GroupKey key, long slice, long firstEnd, Accumulator accumulator) {
      return new Partial(key, slice, firstEnd, encode(key, accumulator));
    }

    byte[] encode(GroupKey key, Accumulator accumulator) {
      bytes.clear();
      try {
        programs.program(key.rollup()).write(bytes, accumulator);
      } catch (IOException e) {
        throw new UncheckedIOException("writing to memory", e);
      }
      return bytes.getCopyOfBuffer();
    }
  }
}
