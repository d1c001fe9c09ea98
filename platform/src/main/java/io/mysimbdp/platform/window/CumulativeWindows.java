package io.mysimbdp.platform.window;

/**
 * Cumulative windows on the clocks of a time zone: they begin together at the start of a period and
 * end one step after the other. A record of the period is in all that end after it; the row of each
 * is the running total.
 *
 * @param periods where periods start
 * @param steps where windows end; every start of a period is one of them
 */
record CumulativeWindows(Grid periods, Grid steps) implements Windows {
  CumulativeWindows {
    if (periods.step() % steps.step() != 0) {
      throw new IllegalArgumentException(steps + " does not divide " + periods);
    }
  }

  @Override
  public long sliceStart(long time) {
    return steps.floor(time);
  }

  @Override
  public long sliceEnd(long time) {
    return steps.next(time);
  }

  @Override
  public long partStart(long time) {
    return periods.floor(time);
  }

  @Override
  public long firstEnd(long time) {
    return steps.next(time);
  }

  @Override
  public long lastEnd(long time) {
    return periods.next(time);
  }

  @Override
  public long previousEnd(long end) {
    return steps.previous(end);
  }

  @Override
  public long start(long end) {
    return periods.previous(end);
  }

  @Override
  public long count(long from, long to) {
    return steps.steps(from, to) + 1;
  }

  @Override
  public long joined(long time, long firstJoin) {
    return firstJoin == NONE ? 0 : 1;
  }

  @Override
  public boolean isTumbling() {
    return false;
  }

  @Override
  public boolean isCumulative() {
    return true;
  }

  @Override
  public long stride() {
    return periods.step();
  }
}
