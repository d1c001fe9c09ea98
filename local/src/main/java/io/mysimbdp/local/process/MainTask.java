package io.mysimbdp.local.process;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a process is there for. When that ends, however, the process does, with a status other than
 * 0: threads that something left behind would keep the JVM alive, and a {@link Keeper} starts again
 * only what has ended.
 */
public final class MainTask {
  private static final Logger LOG = LoggerFactory.getLogger(MainTask.class);

  /** Exit status of a process whose task has ended. */
  static final int ENDED = 1;

  private MainTask() {}

  /** Something that goes on until the process is ended from outside. */
  @FunctionalInterface
  public interface Task {
    void run() throws Exception;
  }

  /**
   * Does not return.
   *
   * @param name for the log
   */
  public static void run(String name, Task task) {
    try {
      task.run();
      LOG.error("{} has come to its end, which it should not", name);
    } catch (Throwable e) {
      LOG.error("{} ends: {}", name, e.toString(), e);
    } finally {
      // Not exit: shutdown hooks could hang.
      Runtime.getRuntime().halt(ENDED);
    }
  }
}
