package io.mysimbdp.platform.definition;

import io.mysimbdp.platform.record.LocalTimeText;
import io.mysimbdp.platform.record.Row;

/** Reads the event times of a raw stream's rows. Not thread-safe. */
public final class EventTimeReader {
  private static final int SHOWN = 80;

  private final EventTimeForm form;
  private final LocalTimeText text;
  private final StringBuilder joined = new StringBuilder();
  private long millis;

  /** Reads event times of this form. */
  public EventTimeReader(EventTimeForm form) {
    this.form = form;
    this.text =
        form instanceof EventTimeForm.LocalText local
            ? new LocalTimeText(local.pattern(), local.zone())
            : null;
  }

  /**
   * Reads the event time of a row of the stream's schema.
   *
   * @return null if that succeeds, else why it does not
   */
  public String read(Row row) {
    if (form instanceof EventTimeForm.Numeric numeric) {
      try {
        millis = numeric.toMillis(row.getLong(numeric.column()));
        return null;
      } catch (ArithmeticException e) {
        return "the event time is outside 64 bits of milliseconds";
      }
    }
    if (form instanceof EventTimeForm.LocalText local) {
      return readText(row, local);
    }
    millis = row.getLong(((EventTimeForm.Millis) form).column());
    return null;
  }

  private String readText(Row row, EventTimeForm.LocalText local) {
    String written = written(row, local);
    millis = text.parse(written);
    return millis == LocalTimeText.UNREADABLE
        ? "event time '%s' is not written as '%s'".formatted(shorten(written), local.pattern())
        : null;
  }

  private String written(Row row, EventTimeForm.LocalText local) {
    if (local.columns().size() == 1) {
      return row.getText(local.columns().get(0));
    }
    joined.setLength(0);
    for (int i = 0; i < local.columns().size(); i++) {
      if (i > 0) {
        joined.append(' ');
      }
      joined.append(row.getText(local.columns().get(i)));
    }
    return joined.toString();
  }

  /** The event time that was read last, milliseconds since the epoch. */
  public long millis() {
    return millis;
  }

  private static String shorten(String value) {
    return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
  }
}
