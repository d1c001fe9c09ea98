package io.mysimbdp.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A Java program to be started with the JDK that runs this one.
 *
 * @param name short and unique within its owner; names its log files
 * @param classPath as {@code -cp} takes it
 * @param jvmOptions before the main class
 * @param arguments after the main class
 * @param environment in addition to the owner's
 * @param scratch directories of which nothing outlives the program: emptied before each start
 */
public record JavaCommand(
    String name,
    String classPath,
    String mainClass,
    List<String> jvmOptions,
    List<String> arguments,
    Map<String, String> environment,
    List<Path> scratch) {

  private static final String MORE_OPTIONS = "MYSIMBDP_SERVER_JVM";

  public JavaCommand {
    jvmOptions = List.copyOf(jvmOptions);
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
    scratch = List.copyOf(scratch);
  }

  /** A program without such directories. */
  public JavaCommand(
      String name,
      String classPath,
      String mainClass,
      List<String> jvmOptions,
      List<String> arguments,
      Map<String, String> environment) {
    this(name, classPath, mainClass, jvmOptions, arguments, environment, List.of());
  }

  /**
   * The whole command line, with the guard that binds the program to its owner. Options in the
   * environment variable {@code MYSIMBDP_SERVER_JVM}, separated by blanks, come last.
   *
   * @param temporary where it puts files for a while
   */
  List<String> commandLine(Path guardJar, Path temporary) {
    return Stream.of(
            Stream.of(javaExecutable(), "-javaagent:" + guardJar, "-Djava.io.tmpdir=" + temporary),
            jvmOptions.stream(),
            moreOptions(System.getenv(MORE_OPTIONS)),
            Stream.of("-cp", classPath, mainClass),
            arguments.stream())
        .flatMap(s -> s)
        .toList();
  }

  private static Stream<String> moreOptions(String text) {
    return text == null || text.isBlank() ? Stream.of() : Stream.of(text.strip().split("\\s+"));
  }

  /** The {@code java} of this JVM. */
  public static String javaExecutable() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
