package io.mysimbdp.local.endtoend.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mysimbdp.local.process.Directories;
import io.mysimbdp.local.stack.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The local stack that all end-to-end tests share; started by the first, stopped after the last.
 */
public final class Stack implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final CommandLine commands;
  private final Links links = new Links();

  private Stack(CommandLine commands) {
    this.commands = commands;
  }

  /** A stack of one's own, on which the jars of this project run. */
  public static Stack up(Project project) {
    return up(project, System.getProperty("java.class.path"));
  }

  /** A stack of one's own, whose commands, supervisor and triggers are taken from there. */
  public static Stack up(Project project, String classPath) {
    Stack stack = new Stack(new CommandLine(newHome(), project, classPath));
    // Ctrl-C, or a kill of the tests, must not leave the stack behind.
    Map<String, String> environment =
        Map.of(
            "MYSIMBDP_OWNER",
            Long.toString(ProcessHandle.current().pid()),
            "MYSIMBDP_SERVER_JVM",
            CommandLine.BRIEF_LIFE);
    String taskManagers = Integer.toString(taskManagerCount());
    stack
        .commands
        .start(
            environment,
            List.of("up", "--taskmanagers", taskManagers, "--gateways", stack.gatewayPorts()))
        .await(PATIENCE)
        .succeeded();
    JsonNode gateways = stack.state().required("addresses").required("gateways");
    stack.links.kafka().leadTo(gateways.required("kafkaBehind").textValue());
    stack.links.cassandra().leadTo(stack.cassandra());
    return stack;
  }

  /** How many TaskManagers it has: {@code -Dmysimbdp.it.taskmanagers=N}, by default one. */
  public static int taskManagerCount() {
    return Integer.getInteger("mysimbdp.it.taskmanagers", 1);
  }

  private String gatewayPorts() {
    return links.kafka().port() + "," + links.cassandra().port();
  }

  private static Path newHome() {
    try {
      return Files.createTempDirectory("mysimbdp-it-");
    } catch (IOException e) {
      throw new UncheckedIOException("no place for the stack", e);
    }
  }

  public CommandLine commands() {
    return commands;
  }

  /** Runs a command to its end. */
  public Finished mysimbdp(Duration atMost, String... arguments) {
    return commands.start(arguments).await(atMost);
  }

  /** A new empty directory for a test's files. */
  public Path folder(String name) {
    try {
      return Files.createTempDirectory(commands.home(), name + "-");
    } catch (IOException e) {
      throw new UncheckedIOException("no place for files", e);
    }
  }

  /** {@code HOST:PORT} of the Kafka broker. */
  public String brokers() {
    return state().required("addresses").required("kafka").textValue();
  }

  /** {@code HOST:PORT} of Cassandra. */
  public String cassandra() {
    return state().required("addresses").required("cassandra").textValue();
  }

  /** URL of Flink's REST API. */
  public String flink() {
    return state().required("addresses").required("flink").textValue();
  }

  /** What its jobs reach the broker and Cassandra through. */
  public Links links() {
    return links;
  }

  /** The TaskManagers that run now. */
  public List<ProcessHandle> taskManagers() {
    return processes("taskmanager-");
  }

  /** The JobManager that runs now; none between its end and its next start. */
  public List<ProcessHandle> jobManager() {
    return processes("jobmanager");
  }

  /** The processes of the stack that run now and whose name, as in its state, begins so. */
  public List<ProcessHandle> processes(String nameStart) {
    List<ProcessHandle> found = new ArrayList<>();
    for (JsonNode server : state().required("servers")) {
      if (server.required("name").textValue().startsWith(nameStart)) {
        ProcessHandle.of(server.path("process").path("pid").asLong(-1))
            .filter(ProcessHandle::isAlive)
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private JsonNode state() {
    try {
      return new ObjectMapper().readTree(commands.home().resolve("stack.json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException("the stack does not say where it is", e);
    }
  }

  /** Stops it; of its files only the logs are kept. */
  @Override
  public void close() {
    mysimbdp(PATIENCE, "down").succeeded();
    links.close();
    try (Stream<Path> files = Files.list(commands.home())) {
      for (Path file : files.filter(path -> !path.endsWith("logs")).toList()) {
        Directories.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove the files of the stack", e);
    }
  }
}
