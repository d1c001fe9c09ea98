package io.mysimbdp.emulator;

import io.mysimbdp.platform.definition.EventTime;
import io.mysimbdp.platform.definition.EventTimeForm;
import io.mysimbdp.platform.definition.RawStream;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.record.Timestamps;
import java.time.ZoneId;

/**
 * Between which event times a dataset lies, and by how much they are moved.
 *
 * @param from earliest event time as sent; milliseconds since the epoch
 * @param close after all event times as sent; milliseconds since the epoch
 * @param shift by which stamped event times differ from the input's; whole seconds, in milliseconds
 */
record Bounds(long from, long close, long shift) {

  /**
   * Bounds as the options give them, and where they do not, of the input.
   *
   * @param from earliest event time in the input
   * @param close after all event times in the input
   * @param step stamped event times are moved by a multiple of this; milliseconds
   */
  static Bounds of(Tenant tenant, EmulatorOptions options, long from, long close, long step)
      throws EmulationException {
    long shift = 0;
    if (options.stamp() != null) {
      shift = Math.floorDiv(options.stamp().toEpochMilli() - from, step) * step;
      checkStamp(tenant, from + shift, close + shift);
    }
    long sentFrom = options.from() == null ? from + shift : options.from().toEpochMilli();
    long sentClose = options.close() == null ? close + shift : options.close().toEpochMilli();
    if (sentFrom >= sentClose) {
      throw EmulationException.wrongUse(
          "the dataset would close at %s, which is not after its beginning at %s; give both from and close"
              .formatted(Timestamps.format(sentClose), Timestamps.format(sentFrom)),
          null);
    }
    return new Bounds(sentFrom, sentClose, shift);
  }

  /** The same out to local midnights, but for what the options give. */
  Bounds widened(ZoneId zone, EmulatorOptions options) {
    return new Bounds(
        options.from() == null ? LocalMidnights.before(from, zone) : from,
        options.close() == null ? LocalMidnights.after(close - 1, zone) : close,
        shift);
  }

  /** Bounds as the options give them, which they do completely. */
  static Bounds given(EmulatorOptions options) {
    return new Bounds(options.from().toEpochMilli(), options.close().toEpochMilli(), 0);
  }

  /**
   * Bounds of an input in which no event time can be read: as given, otherwise a millisecond at the
   * earliest time that the tenant's first raw stream allows, or at its origin.
   */
  static Bounds ofNothing(Tenant tenant, EmulatorOptions options) throws EmulationException {
    if (options.from() != null && options.close() == null) {
      long from = options.from().toEpochMilli();
      return new Bounds(from, from + 1, 0);
    }
    if (options.from() == null && options.close() != null) {
      long close = options.close().toEpochMilli();
      return new Bounds(close - 1, close, 0);
    }
    if (options.from() != null) {
      return given(options);
    }
    EventTime eventTime = tenant.raw().get(0).eventTime();
    long from = eventTime.earliest() == null ? 0 : eventTime.earliest().toEpochMilli();
    if (eventTime.earliest() == null && eventTime.form() instanceof EventTimeForm.Numeric numeric) {
      from = numeric.origin().toEpochMilli();
    }
    return of(tenant, options, from, from + 1, 1000);
  }

  private static void checkStamp(Tenant tenant, long from, long close) throws EmulationException {
    for (RawStream stream : tenant.raw()) {
      EventTime bounds = stream.eventTime();
      boolean early = bounds.earliest() != null && from < bounds.earliest().toEpochMilli();
      boolean late = bounds.latest() != null && close - 1 > bounds.latest().toEpochMilli();
      if (early || late) {
        throw EmulationException.wrongUse(
            ("stamped event times from %s to %s would all or partly be dead letters: raw stream %s"
                    + " takes them from %s to %s; stamp with a time between these")
                .formatted(
                    Timestamps.format(from),
                    Timestamps.format(close),
                    stream.name(),
                    bounds.earliest() == null ? "any time" : bounds.earliest(),
                    bounds.latest() == null ? "any time" : bounds.latest()),
            null);
      }
    }
  }
}
