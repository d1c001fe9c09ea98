package io.mysimbdp.local.endtoend.stack;

import io.mysimbdp.local.process.GuardJar;
import io.mysimbdp.local.stack.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The command line as a user meets it: a process of its own for each command.
 *
 * @param home directory of the stack that it works with
 * @param project whose jars run there
 * @param classPath of the commands, and of the supervisor and the triggers that they start
 */
public record CommandLine(Path home, Project project, String classPath) {
  /** For a JVM that lives so briefly that compiling well would cost it more than it gains. */
  static final String BRIEF_LIFE = "-XX:TieredStopAtLevel=1";

  private static final String MAIN = "io.mysimbdp.local.cli.Main";

  /** The project as it is built. */
  public CommandLine(Path home) {
    this(home, Project.find(), System.getProperty("java.class.path"));
  }

  /** A command that runs. */
  public record Running(String command, Process process, Path out, Path err) {

    /** Waits for its end; a command that takes longer is killed, and that is a failure. */
    public Finished await(Duration atMost) {
      try {
        if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
          process.destroyForcibly().waitFor();
          throw new AssertionError("not done after " + atMost + ": " + finished(-1));
        }
        return finished(process.exitValue());
      } catch (InterruptedException e) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while waiting for " + command, e);
      }
    }

    private Finished finished(int exit) {
      try {
        return new Finished(command, exit, Files.readString(out), Files.readString(err));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read what '" + command + "' said", e);
      }
    }
  }

  /** Starts a command. */
  public Running start(String... arguments) {
    return start(Map.of(), List.of(arguments));
  }

  /** Starts a command with these environment variables besides. */
  public Running start(Map<String, String> environment, List<String> arguments) {
    return start(MAIN, environment, arguments);
  }

  /** Starts another program of the tests instead of the command line. */
  public Running startMain(Class<?> main, String... arguments) {
    return start(main.getName(), Map.of(), List.of(arguments));
  }

  /** Nothing outlives tests that break off: an emulator would go on with a later stack's broker. */
  private Path guard() throws IOException {
    synchronized (CommandLine.class) {
      Path folder = home.resolve("guard");
      return Files.exists(folder) ? folder.resolve(GuardJar.NAME) : GuardJar.write(folder);
    }
  }

  private Running start(String main, Map<String, String> environment, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.add(BRIEF_LIFE);
    command.add("-D" + Project.ROOT_PROPERTY + "=" + project.root());
    command.addAll(List.of("-cp", classPath, main));
    command.addAll(arguments);
    try {
      Files.createDirectories(home);
      command.add(1, "-javaagent:" + guard());
      Path out = Files.createTempFile(home, "command-", ".out");
      Path err = Files.createTempFile(home, "command-", ".err");
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
      builder.environment().put("MYSIMBDP_HOME", home.toString());
      builder.environment().putAll(environment);
      return new Running(String.join(" ", arguments), builder.start(), out, err);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + command, e);
    }
  }
}
