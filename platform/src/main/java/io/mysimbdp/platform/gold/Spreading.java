package io.mysimbdp.platform.gold;

import io.mysimbdp.platform.definition.Refinement;
import io.mysimbdp.platform.record.Row;
import io.mysimbdp.platform.window.Grid;
import java.time.Duration;
import java.util.function.Consumer;

/** Cuts rows at local hours or days. Not thread-safe. */
final class Spreading {
  private static final long MILLIS_PER_SECOND = 1000;

  private final Refinement.Spread spread;
  private final Grid cuts;
  private final int first;

  /**
   * @param first position of the first column that a piece has more than its row
   */
  Spreading(Refinement.Spread spread, int first) {
    this.spread = spread;
    this.first = first;
    boolean hours = spread.by() == Refinement.Step.HOUR;
    this.cuts = new Grid(hours ? Duration.ofHours(1) : Duration.ofDays(1), spread.zone());
  }

  /**
   * Makes the row one piece after the other. A row whose stretch is empty, or ends before it
   * starts, is one piece without length.
   *
   * @param row holds the columns of the whole row
   */
  void pieces(Row row, Consumer<Row> out) {
    long start = row.getLong(spread.start());
    long end = Math.max(start, row.getLong(spread.end()));
    long from = start;
    do {
      long to = Math.min(end, cuts.next(from));
      row.setLong(first, from);
      row.setLong(first + 1, to);
      row.setLong(
          first + 2, Math.floorDiv(to, MILLIS_PER_SECOND) - Math.floorDiv(from, MILLIS_PER_SECOND));
      row.setBoolean(first + 3, from == start);
      out.accept(row);
      from = to;
    } while (from < end);
  }
}
