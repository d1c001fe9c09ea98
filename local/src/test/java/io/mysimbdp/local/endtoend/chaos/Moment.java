package io.mysimbdp.local.endtoend.chaos;

/** Something that comes and goes while the pipeline works. */
interface Moment {
  /** Begins to wait: what has been before is not meant. */
  void await();

  /** Whether it has come. */
  boolean isHere();

  /**
   * Whether it had passed at the end of a blow.
   *
   * @param seen when it was seen to have come, milliseconds since the epoch
   */
  boolean hadPassed(long seen);
}
