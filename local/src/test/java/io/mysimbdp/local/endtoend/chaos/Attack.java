package io.mysimbdp.local.endtoend.chaos;

/** One fault about to happen, until what it hit is there again. Made anew for each strike. */
interface Attack {
  /** Whether there is something to hit at the moment. */
  boolean ready();

  /**
   * Does it, and returns when it is over. One that is aimed at a moment waits for it first.
   *
   * @return a miss if the moment did not come, or had passed
   */
  Blow strike() throws InterruptedException;

  /** Whether what was hit is there again; the jobs may still be on their way back. */
  boolean isBack();
}
