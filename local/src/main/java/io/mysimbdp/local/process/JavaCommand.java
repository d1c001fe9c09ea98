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
 */
public record JavaCommand(
    String name,
    String classPath,
    String mainClass,
    List<String> jvmOptions,
    List<String> arguments,
    Map<String, String> environment) {

  public JavaCommand {
    jvmOptions = List.copyOf(jvmOptions);
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }

  /**
   * The whole command line, with the guard that binds the program to its owner.
   *
   * @param temporary where it puts files for a while
   */
  List<String> commandLine(Path guardJar, Path temporary) {
    return Stream.of(
            Stream.of(javaExecutable(), "-javaagent:" + guardJar, "-Djava.io.tmpdir=" + temporary),
            jvmOptions.stream(),
            Stream.of("-cp", classPath, mainClass),
            arguments.stream())
        .flatMap(s -> s)
        .toList();
  }

  /** The {@code java} of this JVM. */
  public static String javaExecutable() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
