package io.mysimbdp.local.endtoend.chaos;

import io.mysimbdp.local.stack.Project;

/**
 * What runs.
 *
 * @param project whose jars run on Flink
 * @param classPath of the command line, the supervisor and the triggers
 */
record Build(Project project, String classPath) {
  /** As it is built. */
  static Build sound() {
    return new Build(Project.find(), System.getProperty("java.class.path"));
  }
}
