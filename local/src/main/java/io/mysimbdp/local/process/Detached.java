package io.mysimbdp.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Starts a Java program of ours that goes on when this one ends and the terminal is closed. */
public final class Detached {
  private Detached() {}

  /**
   * Starts it.
   *
   * @param jars a directory for copies of our own jars: a build may replace them while it runs
   * @param project the root below which jars are ours
   * @param output file for what it prints, replaced
   */
  public static Process start(
      Class<?> main,
      List<String> jvmOptions,
      List<String> arguments,
      Path jars,
      Path project,
      Path output)
      throws IOException {
    List<String> command = new ArrayList<>(detacher());
    command.add(JavaCommand.javaExecutable());
    command.addAll(jvmOptions);
    command.addAll(List.of("-cp", classPath(jars, project), main.getName()));
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }

  /** A new session is best; without setsid, at least the end of the terminal is not heard. */
  private static List<String> detacher() {
    return Stream.of("setsid", "nohup").filter(Detached::isOnPath).limit(1).toList();
  }

  private static boolean isOnPath(String program) {
    String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
    return Stream.of(path.split(":", -1))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }

  private static String classPath(Path jars, Path project) throws IOException {
    Files.createDirectories(jars);
    List<String> entries = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(":", -1)) {
      Path file = Path.of(entry).toAbsolutePath();
      if (file.startsWith(project) && Files.isRegularFile(file)) {
        Path copy = jars.resolve(file.getFileName());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        entries.add(copy.toString());
      } else {
        entries.add(file.toString());
      }
    }
    return String.join(":", entries);
  }
}
