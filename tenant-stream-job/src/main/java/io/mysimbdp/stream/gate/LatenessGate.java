package io.mysimbdp.stream.gate;

import io.mysimbdp.platform.dataset.DatasetJson;
import io.mysimbdp.platform.dataset.Marker;
import io.mysimbdp.platform.dataset.PartitionLedger;
import io.mysimbdp.platform.dataset.Pulse;
import io.mysimbdp.platform.decode.JsonDecoder;
import io.mysimbdp.platform.definition.QualityRule;
import io.mysimbdp.platform.definition.RawStream;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Span;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.expression.EvaluationException;
import io.mysimbdp.platform.names.Names;
import io.mysimbdp.platform.rollup.ComputedColumns;
import io.mysimbdp.platform.window.SliceCursor;
import io.mysimbdp.platform.window.Windows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Decides, in offset order and from nothing but the partition's own bytes, what every raw record
 * is: sound or a dead letter, in time or late. Watermarks play no part, which is why silver does
 * not depend on speed, parallelism or crashes.
 *
 * <p>With {@code high} the largest event time of the valid records before this one in its
 * partition, a record is late for a window when {@code window_end <= high - out_of_orderness}, and
 * for a presence analytic when its own time is. An end marker raises {@code high} to {@code final +
 * out_of_orderness}. Not thread-safe.
 */
public final class LatenessGate {
  private static final long SECOND = 1000;

  private final Tenant tenant;
  private final RawStream stream;
  private final int partitions;
  private final long outOfOrderness;
  private final JsonDecoder decoder;
  private final EventTimeRule eventTime;
  private final DuplicateRule duplicates;
  private final ComputedColumns computed;
  private final Rollup[] analytics;
  private final SliceCursor[] cursors;
  private final boolean[] presence;
  private final boolean bySecond;
  private final Gated.Admitted admitted;

  /**
   * The gate of one stream.
   *
   * @param partitions how many partitions the stream's topic has
   */
  public LatenessGate(Tenant tenant, RawStream stream, int partitions) {
    this.tenant = tenant;
    this.stream = stream;
    this.partitions = partitions;
    this.outOfOrderness = stream.outOfOrderness().toMillis();
    this.decoder = new JsonDecoder(stream);
    this.eventTime = new EventTimeRule(stream.eventTime());
    this.duplicates =
        stream.identity() == null ? null : new DuplicateRule(stream.identity(), stream.schema());
    this.computed = new ComputedColumns(stream.extend(), stream.extended());
    this.analytics = tenant.silverOf(stream.name()).toArray(Rollup[]::new);
    this.cursors = new SliceCursor[analytics.length];
    this.presence = new boolean[analytics.length];
    boolean anyPresence = false;
    for (int i = 0; i < analytics.length; i++) {
      if (analytics[i].span() instanceof Span.Windowed windowed) {
        cursors[i] = new SliceCursor(windowed.windows());
      }
      presence[i] = analytics[i].span() instanceof Span.Presence;
      anyPresence |= presence[i];
    }
    // Who is where is known by the instant, and told every second of event time.
    this.bySecond = anyPresence || Arrays.stream(cursors).allMatch(cursor -> cursor == null);
    this.admitted = new Gated.Admitted(stream.extended().size(), analytics.length);
  }

  /**
   * Takes the next record of a partition.
   *
   * @return whether it closed a dataset there, so that the watermark must go on at once
   */
  public boolean process(
      ConsumerRecord<byte[], byte[]> record, PartitionState state, Consumer<Gated> out) {
    Header control = record.headers().lastHeader(Names.CONTROL_HEADER);
    if (control != null) {
      return marker(record, control, state, out);
    }
    String reason = judge(record, state);
    if (reason != null) {
      reject(record, reason, state, out);
    } else if (duplicates != null && duplicates.isDuplicate(admitted.row, admitted.time, state)) {
      state.duplicate++;
    } else {
      admit(record, state, out);
    }
    return false;
  }

  /** Why the record is a dead letter, or null; fills {@link #admitted} if it is sound. */
  private String judge(ConsumerRecord<byte[], byte[]> record, PartitionState state) {
    String reason = decoder.decode(record.value(), admitted.row);
    if (reason != null) {
      return reason;
    }
    reason = eventTime.check(admitted.row, state.open, record.timestamp());
    if (reason != null) {
      return reason;
    }
    admitted.time = eventTime.time();
    for (QualityRule rule : stream.quality()) {
      try {
        if (!rule.condition().evaluateBoolean(admitted.row)) {
          return "quality rule '" + rule.name() + "' is broken: " + rule.source();
        }
      } catch (EvaluationException e) {
        return "quality rule '" + rule.name() + "' has no result: " + e.getMessage();
      }
    }
    computed.fill(admitted.row);
    for (int i = 0; i < analytics.length; i++) {
      try {
        boolean takes =
            analytics[i].where() == null || analytics[i].where().evaluateBoolean(admitted.row);
        admitted.firstJoin[i] = takes ? 0 : Windows.NONE;
      } catch (EvaluationException e) {
        return "where of '" + analytics[i].name() + "' has no result: " + e.getMessage();
      }
    }
    return null;
  }

  private void reject(
      ConsumerRecord<byte[], byte[]> record,
      String reason,
      PartitionState state,
      Consumer<Gated> out) {
    state.rejected++;
    out.accept(dead(record, reason));
  }

  private static Gated.Dead dead(ConsumerRecord<byte[], byte[]> record, String reason) {
    return new Gated.Dead(
        reason, record.topic(), record.partition(), record.offset(), record.key(), record.value());
  }

  private void admit(
      ConsumerRecord<byte[], byte[]> record, PartitionState state, Consumer<Gated> out) {
    long time = admitted.time;
    long closed = state.high == Long.MIN_VALUE ? Long.MIN_VALUE : state.high - outOfOrderness;
    long[] missedFrom = null;
    long[] missedTo = null;
    for (int i = 0; i < analytics.length; i++) {
      if (presence[i]) {
        if (time <= closed) {
          missedFrom = missedFrom == null ? filled() : missedFrom;
          missedTo = missedTo == null ? filled() : missedTo;
          missedFrom[i] = time;
          missedTo[i] = time;
          admitted.firstJoin[i] = Windows.NONE;
        } else if (admitted.firstJoin[i] != Windows.NONE && state.open != null) {
          state.joined[i]++;
        }
        continue;
      }
      SliceCursor cursor = cursors[i];
      if (cursor == null) {
        if (admitted.firstJoin[i] != Windows.NONE && state.open != null) {
          state.joined[i]++;
        }
        continue;
      }
      cursor.moveTo(time);
      long join = cursor.firstEnd();
      if (join <= closed) {
        if (missedFrom == null) {
          missedFrom = filled();
          missedTo = filled();
        }
        Windows windows = cursor.windows();
        join = windows.firstJoin(time, closed);
        missedFrom[i] = cursor.firstEnd();
        missedTo[i] = join == Windows.NONE ? cursor.lastEnd() : windows.previousEnd(join);
      }
      if (admitted.firstJoin[i] != Windows.NONE) {
        admitted.firstJoin[i] = join;
        state.joined[i] += cursor.joined(join);
      }
    }
    if (missedFrom == null) {
      state.accepted++;
    } else {
      state.late++;
      out.accept(
          new Gated.Late(
              record.topic(),
              record.partition(),
              record.offset(),
              time,
              record.value(),
              missedFrom,
              missedTo));
    }
    admitted.partition = record.partition();
    admitted.offset = record.offset();
    admitted.dataset = state.open == null ? "" : state.open.dataset();
    admitted.close = state.open == null ? Windows.NONE : state.open.close();
    out.accept(admitted);
    state.high = Math.max(state.high, time);
  }

  private long[] filled() {
    long[] ends = new long[analytics.length];
    Arrays.fill(ends, Windows.NONE);
    return ends;
  }

  private boolean marker(
      ConsumerRecord<byte[], byte[]> record,
      Header control,
      PartitionState state,
      Consumer<Gated> out) {
    String header =
        control.value() == null ? "" : new String(control.value(), StandardCharsets.UTF_8);
    Marker marker;
    try {
      if (header.equals(Pulse.HEADER)) {
        pulse(record, DatasetJson.readPulse(record.value()), state, out);
        return false;
      }
      marker = DatasetJson.readMarker(header, record.value());
    } catch (IOException e) {
      reject(record, "not a marker: " + e.getMessage(), state, out);
      return false;
    }
    if (marker.partition() != record.partition() || marker.partitions() != partitions) {
      reject(
          record,
          "a marker for partition %d of %d stands in partition %d of %d"
              .formatted(marker.partition(), marker.partitions(), record.partition(), partitions),
          state,
          out);
      return false;
    }
    if (marker.kind() == Marker.Kind.BEGIN) {
      begin(record, marker, state, out);
      return false;
    }
    return end(record, marker, state, out);
  }

  /** The partition was silent: its clock goes on as if a record of this time had come. */
  private void pulse(
      ConsumerRecord<byte[], byte[]> record,
      Pulse pulse,
      PartitionState state,
      Consumer<Gated> out) {
    String reason = eventTime.implausible(pulse.time(), state.open, record.timestamp());
    if (pulse.partition() != record.partition()) {
      out.accept(dead(record, "a pulse for partition %d stands here".formatted(pulse.partition())));
    } else if (reason != null) {
      out.accept(dead(record, "a pulse's " + reason));
    } else {
      state.high = Math.max(state.high, pulse.time());
    }
  }

  private void begin(
      ConsumerRecord<byte[], byte[]> record,
      Marker marker,
      PartitionState state,
      Consumer<Gated> out) {
    if (state.open != null) {
      if (state.open.dataset().equals(marker.dataset())) {
        out.accept(dead(record, "dataset '" + marker.dataset() + "' is open here already"));
        return;
      }
      String unclosed = "dataset '%s' was never closed here: %d records of it are in no ledger";
      out.accept(dead(record, unclosed.formatted(state.open.dataset(), state.counted())));
      state.abandoned.put(state.open.dataset(), state.open.from());
    }
    state.resetRecords();
    state.open = marker;
  }

  /**
   * Closes the dataset even if its begin marker was not seen: what is missing then shows in the
   * ledger instead of leaving the dataset open for ever.
   */
  private boolean end(
      ConsumerRecord<byte[], byte[]> record,
      Marker marker,
      PartitionState state,
      Consumer<Gated> out) {
    boolean isOpen = state.open != null && state.open.dataset().equals(marker.dataset());
    if (!isOpen && marker.dataset().equals(state.closed)) {
      out.accept(dead(record, "dataset '" + marker.dataset() + "' is closed here already"));
      return false;
    }
    if (state.open != null && !isOpen) {
      state.abandoned.put(state.open.dataset(), state.open.from());
    }
    long fin = tenant.finalEnd(marker.close());
    PartitionLedger ledger =
        new PartitionLedger(
            stream.name(),
            record.partition(),
            marker.sent(),
            state.accepted,
            state.rejected,
            state.late,
            state.duplicate);
    out.accept(
        new Gated.Closed(
            marker.dataset(),
            marker.from(),
            marker.close(),
            fin,
            partitions,
            ledger,
            joined(state),
            Map.copyOf(state.abandoned)));
    state.resetRecords();
    Arrays.fill(state.joined, 0);
    state.abandoned.clear();
    state.open = null;
    state.closed = marker.dataset();
    state.high = Math.max(state.high, fin + outOfOrderness);
    return true;
  }

  private Map<String, Long> joined(PartitionState state) {
    Map<String, Long> joined = new TreeMap<>();
    for (int i = 0; i < analytics.length; i++) {
      joined.put(analytics[i].name(), state.joined[i]);
    }
    return joined;
  }

  /**
   * The first watermark after this one that passes the end of a window: an earlier one is not worth
   * its way through the job. Of streams without windows, or with presence, the end of a second.
   */
  public long watermarkAfter(long watermark) {
    long next = watermark + 1;
    long end = bySecond ? (Math.floorDiv(next, SECOND) + 1) * SECOND : Long.MAX_VALUE;
    for (SliceCursor cursor : cursors) {
      if (cursor != null) {
        end = Math.min(end, cursor.windows().firstEnd(next));
      }
    }
    return end - 1;
  }

  /** The analytics of the stream, in the order of all arrays by analytic. */
  public List<Rollup> analytics() {
    return List.of(analytics);
  }
}
