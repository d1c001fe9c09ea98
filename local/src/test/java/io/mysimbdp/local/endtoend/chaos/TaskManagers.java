package io.mysimbdp.local.endtoend.chaos;

import io.mysimbdp.local.endtoend.stack.Stack;

/** All TaskManagers of a stack, since nobody says which of them works for a connection. */
final class TaskManagers {
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
    Processes.kill(stack.taskManagers());
  }
}
