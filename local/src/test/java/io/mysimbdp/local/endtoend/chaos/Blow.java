package io.mysimbdp.local.endtoend.chaos;

/**
 * A fault that has been done.
 *
 * @param since from when the time to recover is counted, milliseconds since the epoch: when a
 *     process was told to end, or when what stood still could go on
 * @param over when nothing was done any more, milliseconds since the epoch
 * @param note what else there is to say; may be empty
 */
record Blow(long since, long over, Result result, String note) {
  /** What came of it. */
  enum Result {
    /** It did what it was meant to do, at the moment at which it was aimed. */
    HIT,
    /** It was not what it was meant to be, and does not count. */
    MISSED,
    /** What was hit did not keep what is promised of it. */
    BROKEN,
    /** It was not done at all, as there was nothing whole and busy to hit. */
    LEFT_OUT
  }

  static Blow hit(long since, String note) {
    return new Blow(since, System.currentTimeMillis(), Result.HIT, note);
  }

  static Blow missed(long since, String why) {
    return new Blow(since, System.currentTimeMillis(), Result.MISSED, why);
  }

  static Blow broken(long since, String promise) {
    return new Blow(since, System.currentTimeMillis(), Result.BROKEN, promise);
  }

  boolean hit() {
    return result == Result.HIT;
  }
}
