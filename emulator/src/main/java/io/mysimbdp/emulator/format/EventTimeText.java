package io.mysimbdp.emulator.format;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.mysimbdp.platform.definition.EventTimeForm;
import io.mysimbdp.platform.record.LocalTimeText;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;

/**
 * Event times as the columns of a raw stream's records write them: a whole number, or the text of a
 * local date and time. Read by the same classes of the platform as in the stream job. Not
 * thread-safe.
 */
public final class EventTimeText {
  private static final long SECOND = 1000;

  private final EventTimeForm form;
  private final LocalTimeText local;

  /** Event times of this form. */
  public EventTimeText(EventTimeForm form) {
    this.form = form;
    this.local =
        form instanceof EventTimeForm.LocalText text
            ? new LocalTimeText(text.pattern(), text.zone())
            : null;
  }

  /** Whether it is text, in one or several columns; otherwise it is one number. */
  boolean isText() {
    return local != null;
  }

  /** The microseconds since the epoch that a number means; UNREADABLE if it is none. */
  long readNumber(byte[] data, int from, int to) {
    if (!JsonNumbers.isNumber(data, from, to)) {
      return LineFormat.UNREADABLE;
    }
    try {
      long value = JsonNumbers.wholeNumber(data, from, to);
      return form instanceof EventTimeForm.Numeric numeric
          ? Math.addExact(micros(numeric.toMillis(value)), belowMillis(numeric, value))
          : micros(value);
    } catch (ArithmeticException e) {
      return LineFormat.UNREADABLE;
    }
  }

  /** The microseconds since the epoch that a text means; UNREADABLE if it means none. */
  long readText(String text) {
    long millis = local.parse(text);
    return millis == LocalTimeText.UNREADABLE ? LineFormat.UNREADABLE : micros(millis);
  }

  private static long micros(long millis) {
    return Math.multiplyExact(millis, 1000L);
  }

  /** What a number says of the time below its millisecond, in microseconds. */
  private static long belowMillis(EventTimeForm.Numeric numeric, long value) {
    boolean fine = numeric.unit() == EventTimeForm.Unit.MICROSECONDS;
    return fine && !numeric.special().containsKey(value) ? Math.floorMod(value, 1000L) : 0;
  }

  /** The JSON token of a readable number that is moved; a special value becomes a plain one. */
  String shiftedNumber(byte[] data, int from, int to, long millis) {
    long value = JsonNumbers.wholeNumber(data, from, to);
    if (form instanceof EventTimeForm.Numeric numeric) {
      return numeric.special().containsKey(value)
          ? number(numeric.toMillis(value) + millis)
          : Long.toString(value + units(numeric, millis));
    }
    return Long.toString(value + millis);
  }

  /**
   * The JSON tokens that say this time down to what the columns can say; none if they cannot.
   *
   * @param millis since the epoch
   * @param before what stands in the columns so far
   */
  public List<String> tokens(long millis, List<String> before) {
    if (local == null) {
      return List.of(number(millis));
    }
    try {
      List<String> tokens = new ArrayList<>();
      for (String part : parts(local.format(millis), before)) {
        tokens.add('"' + new String(JsonStringEncoder.getInstance().quoteAsString(part)) + '"');
      }
      return tokens;
    } catch (DateTimeException e) {
      return List.of();
    }
  }

  /** What is read again after a time was written: not always the same; milliseconds, too. */
  public long rounded(long millis) {
    return local == null ? millis : local.parse(local.format(millis));
  }

  /** The shortest step by which event times can differ if they are moved; whole seconds, in ms. */
  public long step() {
    return local == null ? SECOND : local.step();
  }

  /** Cuts a written time at spaces, so that each column has as many of them as before. */
  private static List<String> parts(String written, List<String> before) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < before.size() - 1; i++) {
      long spaces = before.get(i).chars().filter(c -> c == ' ').count();
      int end = start - 1;
      for (long space = 0; space <= spaces; space++) {
        int next = written.indexOf(' ', end + 1);
        end = next < 0 ? written.length() : next;
      }
      parts.add(written.substring(start, end));
      start = Math.min(end + 1, written.length());
    }
    parts.add(written.substring(start));
    return parts;
  }

  private String number(long millis) {
    return form instanceof EventTimeForm.Numeric numeric
        ? Long.toString(units(numeric, millis - numeric.origin().toEpochMilli()))
        : Long.toString(millis);
  }

  private static long units(EventTimeForm.Numeric numeric, long millis) {
    return switch (numeric.unit()) {
      case MICROSECONDS -> millis * 1000;
      case MILLISECONDS -> millis;
      case SECONDS -> Math.floorDiv(millis, 1000L);
    };
  }
}
