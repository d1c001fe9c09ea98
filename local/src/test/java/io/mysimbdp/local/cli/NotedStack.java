package io.mysimbdp.local.cli;

import io.mysimbdp.local.deploy.Deployment;
import io.mysimbdp.local.deploy.DeploymentFiles;
import io.mysimbdp.local.process.ProcessId;
import io.mysimbdp.local.stack.StackAddresses;
import io.mysimbdp.local.stack.StackLayout;
import io.mysimbdp.local.stack.StackState;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** The files of a stack that says it is up, though nobody serves: for what asks no server. */
record NotedStack(Path home, StringWriter out, StringWriter err) {
  static final String TENANT = "vm-cpu";

  /** Requests to these addresses fail at once. */
  private static final StackAddresses NOWHERE =
      new StackAddresses("127.0.0.1:1", "127.0.0.1:1", "nowhere");

  static NotedStack in(Path home) throws IOException {
    StackLayout layout = new StackLayout(home);
    ProcessId owner = ProcessId.of(ProcessHandle.current());
    String logs = layout.logs().directory().toString();
    new StackState(StackState.Phase.UP, owner, NOWHERE, List.of(), logs, null)
        .write(layout.stateFile());
    return new NotedStack(home, new StringWriter(), new StringWriter());
  }

  DeploymentFiles files() {
    return new DeploymentFiles(new StackLayout(home));
  }

  /** As {@code deploy} without options wants it. */
  NotedStack withTenant() throws IOException {
    files().want(new Deployment(TENANT, TenantOption.folder(null).toString(), 0, 0, 0));
    return this;
  }

  /** What its owner would say of the tenant. */
  void status(String text) throws IOException {
    Path file = home.resolve("deployed").resolve(TENANT + ".status");
    Path next = Files.writeString(home.resolve("next"), text);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Runs a command of the command line. */
  int run(String command, String... options) {
    return on(Main.commandLine(), new PrintWriter(err, true))
        .execute(words(List.of(command), options));
  }

  /** A command with its arguments, ready to be called. */
  <C> C parsed(C command, PrintWriter errors) {
    on(new CommandLine(command), errors).parseArgs(words(List.of()));
    return command;
  }

  private CommandLine on(CommandLine line, PrintWriter errors) {
    return line.setOut(new PrintWriter(out, true)).setErr(errors);
  }

  private String[] words(List<String> before, String... options) {
    return Stream.of(before, List.of(TENANT, "--home", home.toString()), List.of(options))
        .flatMap(List::stream)
        .toArray(String[]::new);
  }
}
