package io.mysimbdp.emulator.format;

import io.mysimbdp.emulator.line.Line;
import java.util.List;

/**
 * How a dataset's own files are written: from one of their lines to one raw record. It changes the
 * format and never the contents; judging records is the stream job's work. Not thread-safe.
 */
public interface LineFormat {
  /** What {@link #eventTime} and {@link #eventMicros} return where no event time can be read. */
  long UNREADABLE = Long.MIN_VALUE;

  /**
   * The event time that a line says, in milliseconds since the epoch, plausible or not; {@link
   * #UNREADABLE} if it says none.
   */
  long eventTime(Line line);

  /** The same in microseconds, as far as the line says them. */
  long eventMicros(Line line);

  /**
   * Writes the raw record that a line stands for.
   *
   * @return false if the line cannot be split into fields; it is then to be sent as it stands
   */
  boolean convert(Line line, RawRecord record);

  /** The fields of the record that was converted last, in its order. */
  List<Field> fields();

  /**
   * From now on moves the event times of converted records that have one, and nothing else.
   *
   * @param millis whole seconds, in milliseconds
   */
  void shiftEventTimes(long millis);
}
