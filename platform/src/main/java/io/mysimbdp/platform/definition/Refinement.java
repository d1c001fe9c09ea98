package io.mysimbdp.platform.definition;

import java.io.Serializable;
import java.time.ZoneId;
import java.util.List;

/**
 * What a gold table may do besides a rollup.
 *
 * @param spread how rows in are cut at local hours or days first; null if they are not
 * @param previous columns that repeat what the row one period before says; empty unless the table
 *     has calendar periods
 * @param rank how rows out are ranked; null if they are not
 */
public record Refinement(Spread spread, List<Previous> previous, Rank rank)
    implements Serializable {
  public static final Refinement NONE = new Refinement(null, List.of(), null);

  public Refinement {
    previous = List.copyOf(previous);
  }

  /**
   * Cuts each row in at the hours or days on the clocks of a zone. The pieces follow each other
   * without gaps; each is the row with the columns of {@link #COLUMNS} more.
   *
   * @param start position in what the table reads of the TIMESTAMP at which a row's stretch starts
   * @param end position of the TIMESTAMP at which it ends
   */
  public record Spread(int start, int end, Step by, ZoneId zone) implements Serializable {
    /** TIMESTAMP: start of the piece. */
    public static final String PART_START = "part_start";

    /** TIMESTAMP: end of the piece. */
    public static final String PART_END = "part_end";

    /** LONG: the whole seconds of the end less those of the start, so that pieces add up. */
    public static final String PART_SECONDS = "part_seconds";

    /** BOOLEAN: whether it is the first of its row. */
    public static final String FIRST_PART = "first_part";

    /** The columns that a piece has more than its row, in their order. */
    public static final List<String> COLUMNS =
        List.of(PART_START, PART_END, PART_SECONDS, FIRST_PART);
  }

  /** Where a {@link Spread} cuts. */
  public enum Step {
    HOUR,
    DAY
  }

  /**
   * A column with what another says in the same group's row one period before; null if there is no
   * such row.
   *
   * @param column position in the output
   */
  public record Previous(String name, int column) implements Serializable {}

  /**
   * Numbers the rows of a span from 1 by the value of a column; nulls come last, equals in the
   * ascending order of their groups.
   *
   * @param by position in the output
   * @param within positions in the output of group columns; the numbers begin anew in each
   * @param limit how many rows of each are kept; 0 for all
   */
  public record Rank(int by, boolean descending, List<Integer> within, int limit)
      implements Serializable {
    /** LONG: the row's number. */
    public static final String RANK = "rank";

    /** LONG: how many rows were ranked, those beyond the limit too. */
    public static final String RANKED = "ranked";

    /** DOUBLE: the row's value over the sum of all; null without value or sum, and of times. */
    public static final String SHARE = "share";

    /** The columns that ranking adds, in their order. */
    public static final List<String> COLUMNS = List.of(RANK, RANKED, SHARE);

    public Rank {
      within = List.copyOf(within);
    }
  }
}
