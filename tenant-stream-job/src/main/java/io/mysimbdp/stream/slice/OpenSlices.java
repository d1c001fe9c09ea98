package io.mysimbdp.stream.slice;

import io.mysimbdp.platform.rollup.Accumulator;
import io.mysimbdp.platform.rollup.GroupKey;
import io.mysimbdp.platform.rollup.RollupProgram;
import io.mysimbdp.platform.window.Windows;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The open slices of one analytic on the heap, and which of its windows have to fire. Accumulators
 * lie under (slice, first window end that their records may join). Not thread-safe.
 */
final class OpenSlices {

  /** An accumulator and what keyed state knows of it. */
  static final class Entry {
    final Accumulator accumulator;

    /** Changed since it was last written to state. */
    boolean dirty = true;

    /** Present in state under the current generation. */
    boolean stored;

    Entry(Accumulator accumulator) {
      this.accumulator = accumulator;
    }
  }

  /** Sees one entry. */
  interface Visitor {
    void visit(long slice, long firstEnd, GroupKey key, Entry entry) throws Exception;
  }

  private final RollupProgram program;
  private final Windows windows;
  private final TreeMap<Long, TreeMap<Long, Map<GroupKey, Entry>>> slices = new TreeMap<>();
  private final TreeSet<Long> pendingEnds = new TreeSet<>();
  private int size;

  OpenSlices(RollupProgram program, Windows windows) {
    this.program = program;
    this.windows = windows;
  }

  RollupProgram program() {
    return program;
  }

  /** How many accumulators are on the heap. */
  int size() {
    return size;
  }

  /**
   * Adds an accumulator, which becomes this object's own.
   *
   * @return what lies there now
   */
  Accumulator add(GroupKey key, long slice, long firstEnd, Accumulator accumulator) {
    Map<GroupKey, Entry> groups =
        slices
            .computeIfAbsent(slice, start -> new TreeMap<>())
            .computeIfAbsent(firstEnd, end -> new HashMap<>());
    Entry entry = groups.get(key);
    if (entry == null) {
      groups.put(key, new Entry(accumulator));
      size++;
      return accumulator;
    }
    program.merge(entry.accumulator, accumulator);
    entry.dirty = true;
    return entry.accumulator;
  }

  /** Takes all groups of a slice and first end away. */
  Map<GroupKey, Entry> take(long slice, long firstEnd) {
    var parts = slices.get(slice);
    Map<GroupKey, Entry> taken = parts == null ? null : parts.remove(firstEnd);
    if (taken == null) {
      return Map.of();
    }
    if (parts.isEmpty()) {
      slices.remove(slice);
    }
    size -= taken.size();
    return taken;
  }

  /** Notes that the window which ends here has something in it. */
  void expect(long end) {
    pendingEnds.add(end);
  }

  /** The end of the next window to fire, or {@link Windows#NONE}. */
  long nextEnd() {
    return pendingEnds.isEmpty() ? Windows.NONE : pendingEnds.first();
  }

  /** What the heap holds of the window that ends here, by group; nothing is removed. */
  Map<GroupKey, Accumulator> window(long end) {
    Map<GroupKey, Accumulator> merged = new HashMap<>();
    if (windows.isTumbling()) {
      // One slice, one part, used once: no copy needed.
      var only = slices.get(windows.start(end));
      if (only != null) {
        only.get(end).forEach((key, entry) -> merged.put(key, entry.accumulator));
      }
      return merged;
    }
    for (var parts : slices.subMap(windows.start(end), true, end, false).values()) {
      for (var groups : parts.headMap(end, true).values()) {
        groups.forEach(
            (key, entry) ->
                program.merge(
                    merged.computeIfAbsent(key, k -> program.newAccumulator()), entry.accumulator));
      }
    }
    return merged;
  }

  /** The last slice on the heap that the window which ends here contains. */
  OptionalLong lastSlice(long end) {
    Long last = slices.lowerKey(end);
    return last == null || last < windows.start(end) ? OptionalLong.empty() : OptionalLong.of(last);
  }

  /**
   * Puts the window that ends here behind: slices that no later window contains are removed.
   *
   * @param removed sees every entry that is removed
   */
  void pass(long end, Visitor removed) throws Exception {
    pendingEnds.remove(end);
    var contained = slices.subMap(windows.start(end), true, end, false);
    var all = contained.entrySet().iterator();
    while (all.hasNext()) {
      var slice = all.next();
      if (windows.lastEnd(slice.getKey()) > end) {
        break;
      }
      for (var part : slice.getValue().entrySet()) {
        size -= part.getValue().size();
        for (var group : part.getValue().entrySet()) {
          removed.visit(slice.getKey(), part.getKey(), group.getKey(), group.getValue());
        }
      }
      all.remove();
    }
  }

  /** Sees every entry. */
  void forEach(Visitor visitor) throws Exception {
    for (var slice : slices.entrySet()) {
      for (var part : slice.getValue().entrySet()) {
        for (var group : part.getValue().entrySet()) {
          visitor.visit(slice.getKey(), part.getKey(), group.getKey(), group.getValue());
        }
      }
    }
  }

  /** Forgets all accumulators, but not which windows have to fire. */
  void clear() {
    slices.clear();
    size = 0;
  }
}
