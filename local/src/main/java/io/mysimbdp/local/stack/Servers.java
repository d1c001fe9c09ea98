package io.mysimbdp.local.stack;

import io.mysimbdp.local.process.Directories;
import io.mysimbdp.local.server.CassandraServer;
import io.mysimbdp.local.server.FlinkServers;
import io.mysimbdp.local.server.KafkaServer;
import io.mysimbdp.local.server.Server;
import io.mysimbdp.local.server.Site;
import io.mysimbdp.local.server.ZooKeeperServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which servers make up a stack. */
final class Servers {
  private Servers() {}

  /** All servers, with their settings written and their directories created. */
  static List<Server> plan(StackOptions options, StackPorts ports) throws IOException {
    Project project = options.project();
    StackLayout layout = options.layout();
    forgetJobs(layout);
    List<Server> servers = new ArrayList<>();
    servers.add(ZooKeeperServer.plan(site(project, layout, "zookeeper"), ports.zooKeeper()));
    servers.add(
        KafkaServer.plan(
            site(project, layout, "kafka"),
            ports.kafka(),
            ports.kafkaController(),
            options.ports().gatewayed()
                ? Optional.of(
                    new KafkaServer.Gateway(ports.kafkaBehind(), options.ports().kafkaGateway()))
                : Optional.empty()));
    servers.add(
        CassandraServer.plan(
            site(project, layout, "cassandra"), ports.cassandra(), ports.cassandraStorage()));
    FlinkServers flink =
        new FlinkServers(
            project.serverClassPath("flink"),
            project.flinkConf(),
            data(layout, "flink"),
            ports.flink(),
            ports.flinkRpc(),
            ports.zooKeeper());
    servers.add(flink.jobManager(layout.logs().log("jobmanager")));
    for (int i = 1; i <= options.taskManagers(); i++) {
      servers.add(flink.taskManager(i, layout.logs().log("taskmanager-" + i)));
    }
    return List.copyOf(servers);
  }

  /**
   * A JobManager goes on with the jobs of the one before it only as long as this stack lives. Which
   * jobs a new life begins with, the deployments say.
   */
  private static void forgetJobs(StackLayout layout) throws IOException {
    Directories.delete(layout.data("zookeeper"));
    Directories.delete(FlinkServers.recovery(layout.data("flink")));
    Directories.delete(FlinkServers.temporary(layout.data("flink")));
  }

  private static Site site(Project project, StackLayout layout, String server) throws IOException {
    return new Site(
        project.serverClassPath(server),
        layout.conf(),
        data(layout, server),
        layout.logs().log(server));
  }

  private static Path data(StackLayout layout, String server) throws IOException {
    Path data = layout.data(server);
    Files.createDirectories(data);
    return data;
  }
}
