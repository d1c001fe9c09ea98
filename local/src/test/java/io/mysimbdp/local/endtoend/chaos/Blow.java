package io.mysimbdp.local.endtoend.chaos;

/**
 * A fault that has been done.
 *
 * @param since from when the time to recover is counted, milliseconds since the epoch: when a
 *     process was told to end, or when what stood still could go on
 * @param over when nothing was done any more, milliseconds since the epoch
 * @param hit whether it did what it was meant to do, at the moment at which it was aimed
 * @param note what else there is to say; may be empty
 */
record Blow(long since, long over, boolean hit, String note) {
  static Blow hit(long since, String note) {
    return new Blow(since, System.currentTimeMillis(), true, note);
  }

  /** It was not what it was meant to be, and does not count. */
  static Blow missed(long since, String why) {
    return new Blow(since, System.currentTimeMillis(), false, why);
  }
}
