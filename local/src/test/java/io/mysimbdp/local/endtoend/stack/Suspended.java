package io.mysimbdp.local.endtoend.stack;

import java.io.IOException;
import java.util.List;

/** Makes processes stand still for a while. */
public final class Suspended {
  private Suspended() {}

  /** Does something while these processes do nothing. */
  public static void during(List<ProcessHandle> processes, Runnable action) {
    signal(processes, "-STOP");
    try {
      action.run();
    } finally {
      signal(processes, "-CONT");
    }
  }

  private static void signal(List<ProcessHandle> processes, String signal) {
    for (ProcessHandle process : processes) {
      try {
        new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
      } catch (IOException e) {
        throw new IllegalStateException("cannot signal " + process.pid(), e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
