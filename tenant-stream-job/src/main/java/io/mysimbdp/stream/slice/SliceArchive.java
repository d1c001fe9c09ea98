package io.mysimbdp.stream.slice;

import io.mysimbdp.platform.rollup.Accumulator;
import io.mysimbdp.platform.rollup.GroupKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;

/**
 * Open slices in keyed state: the checkpointed home of what lies on the heap, and the place of what
 * does not fit there. A generation tells the two apart: entries of the current generation are
 * copies of heap entries; those of earlier ones were spilled, are nowhere else, and are never read
 * until their window fires, so that adding to a group never reads state.
 */
final class SliceArchive {
  private static final String STATE = "slices";

  /** Sees one entry of state. */
  interface Visitor {
    void visit(GroupKey key, long slice, long firstEnd, Accumulator accumulator) throws Exception;
  }

  private final KeyedStateBackend<GroupKey> backend;
  private final MapState<Tuple3<Long, Long, Integer>, byte[]> state;
  private final StreamPrograms programs;
  private final PartialBuffer.Encoder encoder;
  private int generation;

  SliceArchive(
      KeyedStateBackend<GroupKey> backend, KeyedStateStore store, StreamPrograms programs) {
    this.backend = backend;
    this.programs = programs;
    this.encoder = new PartialBuffer.Encoder(programs);
    this.state =
        store.getMapState(
            new MapStateDescriptor<>(
                STATE,
                Types.TUPLE(Types.LONG, Types.LONG, Types.INT),
                PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
  }

  /** Writes a heap entry if it changed since it was last written. */
  void store(long slice, long firstEnd, GroupKey key, OpenSlices.Entry entry) throws Exception {
    if (entry.dirty) {
      backend.setCurrentKey(key);
      state.put(Tuple3.of(slice, firstEnd, generation), encoder.encode(key, entry.accumulator));
      entry.dirty = false;
      entry.stored = true;
    }
  }

  /** Removes the copy of a heap entry that is no longer needed. */
  void remove(long slice, long firstEnd, GroupKey key, OpenSlices.Entry entry) throws Exception {
    if (entry.stored) {
      backend.setCurrentKey(key);
      state.remove(Tuple3.of(slice, firstEnd, generation));
    }
  }

  /** From now on what was written stands for itself: its heap entries are about to be dropped. */
  void startGeneration() {
    generation++;
  }

  /** The same, after a restore, behind everything that state holds. */
  void startGenerationAfter(int newest) {
    generation = newest + 1;
  }

  /**
   * Sees every spilled entry of one analytic's window, and removes those that no later window
   * needs.
   *
   * @param start of the window, milliseconds since the epoch
   * @param end its end
   */
  void spilled(int analytic, long start, long end, Visitor visitor) throws Exception {
    var windows = programs.windows(analytic);
    for (GroupKey key : keys()) {
      if (key.rollup() != analytic) {
        continue;
      }
      backend.setCurrentKey(key);
      List<Tuple3<Long, Long, Integer>> done = new ArrayList<>();
      for (Map.Entry<Tuple3<Long, Long, Integer>, byte[]> entry : state.entries()) {
        long slice = entry.getKey().f0;
        long firstEnd = entry.getKey().f1;
        if (entry.getKey().f2 == generation || slice < start || slice >= end) {
          continue;
        }
        if (firstEnd <= end) {
          visitor.visit(key, slice, firstEnd, decode(key, entry.getValue()));
        }
        if (windows.lastEnd(slice) <= end) {
          done.add(entry.getKey());
        }
      }
      for (Tuple3<Long, Long, Integer> entry : done) {
        state.remove(entry);
      }
    }
  }

  /** Takes the spilled entries of one group and slice out, up to this first end. */
  void take(GroupKey key, long slice, long upTo, Visitor visitor) throws Exception {
    backend.setCurrentKey(key);
    List<Tuple3<Long, Long, Integer>> taken = new ArrayList<>();
    for (Map.Entry<Tuple3<Long, Long, Integer>, byte[]> entry : state.entries()) {
      long firstEnd = entry.getKey().f1;
      if (isSpilled(entry.getKey(), slice) && firstEnd <= upTo) {
        visitor.visit(key, slice, firstEnd, decode(key, entry.getValue()));
        taken.add(entry.getKey());
      }
    }
    for (Tuple3<Long, Long, Integer> entry : taken) {
      state.remove(entry);
    }
  }

  /** Writes an entry that is nowhere else; there must be no spilled one in its place. */
  void keep(GroupKey key, long slice, long firstEnd, Accumulator accumulator) throws Exception {
    backend.setCurrentKey(key);
    state.put(Tuple3.of(slice, firstEnd, generation - 1), encoder.encode(key, accumulator));
  }

  /** The groups of one analytic that have a spilled entry of this slice and first end. */
  List<GroupKey> groups(int analytic, long slice, long firstEnd) throws Exception {
    List<GroupKey> groups = new ArrayList<>();
    for (GroupKey key : keys()) {
      if (key.rollup() == analytic) {
        backend.setCurrentKey(key);
        for (Tuple3<Long, Long, Integer> entry : state.keys()) {
          if (isSpilled(entry, slice) && entry.f1 == firstEnd) {
            groups.add(key);
            break;
          }
        }
      }
    }
    return groups;
  }

  /** Removes all spilled entries of one analytic's slice. */
  void drop(int analytic, long slice) throws Exception {
    for (GroupKey key : keys()) {
      if (key.rollup() == analytic) {
        take(key, slice, Long.MAX_VALUE, (group, start, firstEnd, accumulator) -> {});
      }
    }
  }

  private boolean isSpilled(Tuple3<Long, Long, Integer> entry, long slice) {
    return entry.f2 != generation && entry.f0 == slice;
  }

  /** Sees every entry there is; the newest generation among them is returned, -1 if none. */
  int forEach(Visitor visitor) throws Exception {
    int newest = -1;
    for (GroupKey key : keys()) {
      backend.setCurrentKey(key);
      for (Map.Entry<Tuple3<Long, Long, Integer>, byte[]> entry : state.entries()) {
        newest = Math.max(newest, entry.getKey().f2);
        visitor.visit(key, entry.getKey().f0, entry.getKey().f1, decode(key, entry.getValue()));
      }
    }
    return newest;
  }

  /** Removes every entry. */
  void clear() {
    for (GroupKey key : keys()) {
      backend.setCurrentKey(key);
      state.clear();
    }
  }

  private Accumulator decode(GroupKey key, byte[] bytes) throws IOException {
    return programs.program(key.rollup()).readAccumulator(new DataInputDeserializer(bytes));
  }

  /** State must not change under the iteration over its keys, so they are taken out first. */
  private List<GroupKey> keys() {
    try (Stream<GroupKey> keys = backend.getKeys(STATE, VoidNamespace.INSTANCE)) {
      List<GroupKey> all = new ArrayList<>();
      GroupKey last = null;
      for (Iterator<GroupKey> next = keys.iterator(); next.hasNext(); ) {
        GroupKey key = next.next();
        if (!key.equals(last)) {
          all.add(key);
          last = key;
        }
      }
      return all;
    }
  }
}
