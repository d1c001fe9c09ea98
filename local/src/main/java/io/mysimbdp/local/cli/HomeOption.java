package io.mysimbdp.local.cli;

import io.mysimbdp.local.stack.Project;
import io.mysimbdp.local.stack.StackAddresses;
import io.mysimbdp.local.stack.StackState;
import io.mysimbdp.local.supervisor.StackControl;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which local stack a command is about. */
final class HomeOption {
  @Option(
      names = "--home",
      paramLabel = "DIR",
      description =
          "Where the local stack keeps its data, logs and state"
              + " (default: $MYSIMBDP_HOME, else .mysimbdp in the project).")
  private Path home;

  /** The stack's home directory. */
  Path directory() {
    if (home != null) {
      return home.toAbsolutePath();
    }
    String named = System.getenv("MYSIMBDP_HOME");
    return named == null || named.isBlank()
        ? Project.find().defaultHome()
        : Path.of(named).toAbsolutePath();
  }

  StackControl control() {
    return new StackControl(directory());
  }

  /** The addresses of the running stack. */
  StackAddresses running() throws IOException {
    return control()
        .running()
        .filter(state -> state.phase() == StackState.Phase.UP)
        .map(StackState::addresses)
        .orElseThrow(
            () ->
                Failure.wrongUse(
                    "no local stack is running in "
                        + directory()
                        + "; start one with: ./mysimbdp up"));
  }
}
