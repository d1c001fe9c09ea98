package io.mysimbdp.local.server;

import io.mysimbdp.batch.flink.FlinkRest;
import io.mysimbdp.local.process.JavaCommand;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Flink session cluster: one JobManager, with the web UI, and TaskManagers. Its settings are
 * those of {@code flink-conf}; ports, directories, high availability and JVM flags are added.
 */
public final class FlinkServers {
  private final String classPath;
  private final Path conf;
  private final Path data;
  private final int restPort;
  private final int rpcPort;
  private final int zooKeeperPort;
  private final FlinkConf settings;
  private final FlinkRest rest;

  /**
   * @param conf the directory with {@code config.yaml} and {@code log4j.properties}
   * @param data for checkpoints, uploaded jars and spilled state
   * @param zooKeeperPort of this stack's own {@link ZooKeeperServer}
   */
  public FlinkServers(
      String classPath, Path conf, Path data, int restPort, int rpcPort, int zooKeeperPort)
      throws IOException {
    this.classPath = classPath;
    this.conf = conf;
    this.data = data;
    this.restPort = restPort;
    this.rpcPort = rpcPort;
    this.zooKeeperPort = zooKeeperPort;
    this.settings = FlinkConf.read(conf);
    this.rest = new FlinkRest(URI.create("http://127.0.0.1:" + restPort));
  }

  /**
   * Where JobManagers keep the jobs that they run, besides ZooKeeper; what lies there belongs to
   * one life of the stack.
   */
  public static Path recovery(Path data) {
    return data.resolve("recovery");
  }

  /** What processes of one life of the stack put down; those that were killed left it. */
  public static Path temporary(Path data) {
    return data.resolve("tmp");
  }

  /** The JobManager. */
  public Server jobManager(Path log) {
    List<String> jvm = new ArrayList<>(settings.jvmOptions());
    jvm.add("-Xmx" + settings.mebibytes("jobmanager.memory.heap.size") + "m");
    // It decides and moves no records: to compile well would cost more than it gains.
    jvm.add("-XX:TieredStopAtLevel=1");
    jvm.add(
        "-XX:MaxMetaspaceSize=" + settings.mebibytes("jobmanager.memory.jvm-metaspace.size") + "m");
    List<String> arguments =
        new ArrayList<>(List.of("--configDir", conf.toString(), "--executionMode", "cluster"));
    arguments.addAll(shared());
    return server(
        "jobmanager",
        "Flink JobManager",
        "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
        jvm,
        arguments,
        log,
        List.of(),
        () -> rest.overview().has("slots-total"));
  }

  /**
   * One TaskManager.
   *
   * @param number from 1
   */
  public Server taskManager(int number, Path log) {
    String name = "taskmanager-" + number;
    long heap =
        settings.mebibytes(
            "taskmanager.memory.framework.heap.size", "taskmanager.memory.task.heap.size");
    long direct =
        settings.mebibytes(
            "taskmanager.memory.framework.off-heap.size",
            "taskmanager.memory.task.off-heap.size",
            "taskmanager.memory.network.max");
    List<String> jvm = new ArrayList<>(settings.jvmOptions());
    jvm.add("-Xmx" + heap + "m");
    jvm.add("-XX:MaxDirectMemorySize=" + direct + "m");
    jvm.add(
        "-XX:MaxMetaspaceSize="
            + settings.mebibytes("taskmanager.memory.jvm-metaspace.size")
            + "m");
    List<String> arguments = new ArrayList<>(List.of("--configDir", conf.toString()));
    arguments.addAll(shared());
    // The same id after a restart: the JobManager then drops the dead one without waiting.
    arguments.addAll(List.of("-D", "taskmanager.resource-id=" + name));
    return server(
        name,
        "Flink TaskManager " + number,
        "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
        jvm,
        arguments,
        log,
        // Its jars and state of before: of no use, but it would read through all of them.
        List.of(temporary(data).resolve("tm_" + name)),
        () -> rest.overview().path("taskmanagers").asInt() >= number);
  }

  /** How many slots a TaskManager has. */
  public int slotsEach() {
    return settings.number("taskmanager.numberOfTaskSlots");
  }

  private List<String> shared() {
    Map<String, Object> overlay =
        Map.ofEntries(
            Map.entry("rest.port", restPort),
            Map.entry("high-availability.type", "zookeeper"),
            Map.entry("high-availability.zookeeper.quorum", "127.0.0.1:" + zooKeeperPort),
            Map.entry("zookeeper.sasl.disable", true),
            Map.entry("high-availability.jobmanager.port", rpcPort),
            Map.entry("high-availability.storageDir", recovery(data).toUri()),
            Map.entry("high-availability.cluster-id", "mysimbdp"),
            Map.entry("execution.checkpointing.dir", data.resolve("checkpoints").toUri()),
            Map.entry("execution.checkpointing.savepoint-dir", data.resolve("savepoints").toUri()),
            Map.entry("web.upload.dir", data.resolve("upload")),
            Map.entry("io.tmp.dirs", temporary(data)),
            Map.entry("state.backend.rocksdb.log.dir", temporary(data)));
    List<String> arguments = new ArrayList<>();
    overlay.forEach((key, value) -> arguments.addAll(List.of("-D", key + "=" + value)));
    return arguments;
  }

  private Server server(
      String name,
      String title,
      String mainClass,
      List<String> jvm,
      List<String> arguments,
      Path log,
      List<Path> scratch,
      Probe ready) {
    jvm.add("-Dlog.file=" + log);
    jvm.add("-Dlog4j.configurationFile=" + conf.resolve("log4j.properties").toUri());
    // RocksDB allocates from many threads; glibc would keep an arena for each.
    Map<String, String> environment = Map.of("MALLOC_ARENA_MAX", "2");
    return new Server(
        title,
        Optional.empty(),
        new JavaCommand(name, classPath, mainClass, jvm, arguments, environment, scratch),
        ready,
        Duration.ofMinutes(2));
  }
}
