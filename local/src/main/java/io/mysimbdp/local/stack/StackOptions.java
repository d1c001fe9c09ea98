package io.mysimbdp.local.stack;

import java.nio.file.Path;

/**
 * What a stack should be like.
 *
 * @param home directory of its data, logs and state; created
 * @param taskManagers how many TaskManagers, with the slots that {@code flink-conf} says each
 * @param temporary whether what the servers have stored goes with the stack; the logs stay
 */
public record StackOptions(
    Project project, Path home, WantedPorts ports, int taskManagers, boolean temporary) {

  /** One TaskManager, any free ports. */
  public static StackOptions of(Project project, Path home) {
    return new StackOptions(project, home, WantedPorts.ANY, 1, false);
  }

  /** The same with this many TaskManagers. */
  public StackOptions withTaskManagers(int count) {
    return new StackOptions(project, home, ports, count, temporary);
  }

  /** The same with other ports. */
  public StackOptions with(WantedPorts wanted) {
    return new StackOptions(project, home, wanted, taskManagers, temporary);
  }

  /** The same, to be thrown away when it is closed: quickly, and with its data. */
  public StackOptions thrownAway() {
    return new StackOptions(project, home, ports, taskManagers, true);
  }

  /** Fails if somebody listens on a port that these options name. */
  public void requirePorts() throws PortTakenException {
    StackPorts.choose(ports);
  }

  public StackLayout layout() {
    return new StackLayout(home);
  }
}
