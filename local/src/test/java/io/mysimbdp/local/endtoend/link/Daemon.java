package io.mysimbdp.local.endtoend.link;

/** Threads that do not keep the tests from ending. */
final class Daemon {
  private Daemon() {}

  /** One that is not started yet. */
  static Thread named(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
