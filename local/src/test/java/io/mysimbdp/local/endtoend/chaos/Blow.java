package io.mysimbdp.local.endtoend.chaos;

import io.mysimbdp.local.endtoend.stack.Suspended;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A fault that has been done to a process.
 *
 * @param began when it began, milliseconds since the epoch
 * @param ended when the process was gone, or went on; milliseconds since the epoch
 * @param note what else there is to say; may be empty
 */
record Blow(ProcessHandle victim, long began, long ended, String note) {
  private static final long END_WITHIN_SECONDS = 60;

  /** Does it, and returns when it is done. */
  static Blow of(Cell cell, ProcessHandle victim) throws InterruptedException {
    long began = System.currentTimeMillis();
    String note = "";
    switch (cell.fault()) {
      case KILL -> victim.destroyForcibly();
      case STOP -> victim.destroy();
      case FREEZE, LONG_FREEZE ->
          Suspended.during(
              List.of(victim),
              () -> stillThere(victim, cell.fault().span(cell.target()).toMillis()));
    }
    boolean ends = cell.fault().span(cell.target()).isZero();
    if (ends && !ended(victim)) {
      note = "it did not end within " + END_WITHIN_SECONDS + " s of SIGTERM and was killed";
      victim.destroyForcibly();
      ended(victim);
    }
    return new Blow(victim, began, System.currentTimeMillis(), note);
  }

  /** A frozen process cannot end; this waits for just that until the span is over. */
  private static void stillThere(ProcessHandle victim, long millis) {
    try {
      victim.onExit().get(millis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      // It still stands there, as it should.
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot watch process " + victim.pid(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for the end of a process; false if it takes too long. */
  private static boolean ended(ProcessHandle victim) throws InterruptedException {
    try {
      victim.onExit().get(END_WITHIN_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot watch process " + victim.pid(), e);
    }
  }
}
