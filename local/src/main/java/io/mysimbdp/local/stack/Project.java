package io.mysimbdp.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the parts of the project lie that a running stack needs. All of it is built by Maven. */
public record Project(Path root) {

  /** The project's root may be named by this system property, as the launcher does. */
  public static final String ROOT_PROPERTY = "mysimbdp.root";

  public Project {
    root = root.toAbsolutePath().normalize();
  }

  /**
   * The project that the property {@value #ROOT_PROPERTY} names, or else the one around the current
   * directory.
   */
  public static Project find() {
    String named = System.getProperty(ROOT_PROPERTY);
    if (named != null) {
      return new Project(Path.of(named));
    }
    Path here = Path.of("").toAbsolutePath();
    for (Path at = here; at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("flink-conf")) && Files.exists(at.resolve("pom.xml"))) {
        return new Project(at);
      }
    }
    throw new IllegalStateException(
        here + " lies in no mysimbdp project: no directory above it holds flink-conf and pom.xml");
  }

  /** The class path of a server, by the name of its module below {@code local/servers}. */
  public String serverClassPath(String server) throws IOException {
    Path file = root.resolve("local/servers").resolve(server).resolve("target/classpath");
    if (!Files.exists(file)) {
      throw new IOException(file + " is missing; build the project: mvn package -DskipTests");
    }
    return Files.readString(file).strip();
  }

  /** The settings of every Flink process. */
  public Path flinkConf() {
    return root.resolve("flink-conf");
  }

  /** The tenants' definitions, one folder a tenant. */
  public Path tenants() {
    return root.resolve("tenants");
  }

  /** The fat jar of the raw-to-silver and the silver-to-coredms job. */
  public Path streamJobJar() {
    return root.resolve("tenant-stream-job/target/tenant-stream-job.jar");
  }

  /** The fat jar of the batch job. */
  public Path batchJobJar() {
    return root.resolve("tenant-batch-job/target/tenant-batch-job.jar");
  }

  /** Where the local stack keeps its state unless told otherwise. */
  public Path defaultHome() {
    return root.resolve(".mysimbdp");
  }
}
