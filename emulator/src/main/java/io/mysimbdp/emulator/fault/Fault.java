package io.mysimbdp.emulator.fault;

import java.util.Locale;

/** The ways in which the emulator can spoil a record, and what each leaves of it. */
public enum Fault {
  /** JSON that is cut off, or lacks a colon, or has a wrong quote. */
  MALFORMED_JSON(Effect.DEAD_LETTER),
  /** A column that may not be null is left out. */
  MISSING_FIELD(Effect.DEAD_LETTER),
  /** A field that the schema does not know is put in. */
  EXTRA_FIELD(Effect.DEAD_LETTER),
  /** A column goes by a name that the schema does not know. */
  RENAMED_FIELD(Effect.DEAD_LETTER),
  /** A text where a number belongs, a number where a text belongs, an array, an object. */
  WRONG_TYPE(Effect.DEAD_LETTER),
  /** JSON, but an array, a text, a number, true or null. */
  NOT_AN_OBJECT(Effect.DEAD_LETTER),
  /** The values stand in each other's columns, so that a text meets a number column. */
  SHUFFLED_COLUMNS(Effect.DEAD_LETTER),
  /** A number that breaks one of the stream's quality rules; needs such a rule. */
  OUT_OF_RANGE(Effect.DEAD_LETTER),
  /** An event time in the year 3000, or after the dataset's end if that is later. */
  YEAR_3000(Effect.DEAD_LETTER),
  /** An event time a year later, or after the dataset's end if that is later. */
  NEXT_YEAR(Effect.DEAD_LETTER),
  /** A key column holds an empty text; needs a text column in the key. */
  EMPTY_KEY(Effect.DEAD_LETTER),
  /** A record of quite another dataset. */
  WRONG_DATASET(Effect.DEAD_LETTER),
  /** Bytes that are no text at all. */
  GARBAGE_BYTES(Effect.DEAD_LETTER),
  /** The record is sent twice; both are good. */
  DUPLICATE(Effect.REPEATED),
  /** The next few records of one key are not sent. */
  SILENT_SENSOR(Effect.WITHHELD);

  /** What becomes of a record with a fault. */
  public enum Effect {
    /** It is sent in a form that the stream job must refuse. */
    DEAD_LETTER,
    /** It is sent twice, unchanged. */
    REPEATED,
    /** It is not sent. */
    WITHHELD
  }

  private final Effect effect;

  Fault(Effect effect) {
    this.effect = effect;
  }

  /** What becomes of the record. */
  public Effect effect() {
    return effect;
  }

  /** The name as it is written on the command line and in reports: {@code missing-field}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The fault with this {@link #text}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Fault parse(String text) {
    for (Fault fault : values()) {
      if (fault.text().equals(text)) {
        return fault;
      }
    }
    throw new IllegalArgumentException(
        "no fault is called '"
            + text
            + "'; there are "
            + String.join(", ", java.util.Arrays.stream(values()).map(Fault::text).toList()));
  }
}
