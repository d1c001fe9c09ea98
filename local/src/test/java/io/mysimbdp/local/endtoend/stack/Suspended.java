package io.mysimbdp.local.endtoend.stack;

import java.io.IOException;
import java.util.List;

/** Makes processes stand still for a while. */
public final class Suspended {
  private Suspended() {}

  /**
   * Does something while these processes do nothing.
   *
   * @return whether all of them stood still, and were there to go on afterwards
   */
  public static boolean during(List<ProcessHandle> processes, Runnable action) {
    boolean stopped = signal(processes, "-STOP");
    try {
      action.run();
    } finally {
      stopped &= signal(processes, "-CONT");
    }
    return stopped;
  }

  private static boolean signal(List<ProcessHandle> processes, String signal) {
    boolean all = true;
    for (ProcessHandle process : processes) {
      try {
        String pid = Long.toString(process.pid());
        all &= new ProcessBuilder("kill", signal, pid).start().waitFor() == 0;
      } catch (IOException e) {
        throw new IllegalStateException("cannot signal " + process.pid(), e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        all = false;
      }
    }
    return all;
  }
}
