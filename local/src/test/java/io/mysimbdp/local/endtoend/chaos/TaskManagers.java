package io.mysimbdp.local.endtoend.chaos;

import io.mysimbdp.local.endtoend.stack.Stack;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** All TaskManagers of a stack, since nobody says which of them works for a connection. */
final class TaskManagers {
  private static final long END_WITHIN_SECONDS = 30;

  private final Stack stack;
  private final int before;

  TaskManagers(Stack stack) {
    this.stack = stack;
    this.before = stack.taskManagers().size();
  }

  boolean anyRuns() {
    return !stack.taskManagers().isEmpty();
  }

  boolean areBack() {
    return stack.taskManagers().size() >= Math.max(1, before);
  }

  /** SIGKILL, and waits until all have ended. */
  void kill() throws InterruptedException {
    List<ProcessHandle> victims = stack.taskManagers();
    victims.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle victim : victims) {
      try {
        victim.onExit().get(END_WITHIN_SECONDS, TimeUnit.SECONDS);
      } catch (ExecutionException | TimeoutException e) {
        throw new IllegalStateException("process " + victim.pid() + " does not end", e);
      }
    }
  }
}
