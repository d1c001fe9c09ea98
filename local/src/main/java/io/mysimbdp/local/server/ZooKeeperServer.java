package io.mysimbdp.local.server;

import io.mysimbdp.local.process.JavaCommand;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One ZooKeeper server, in which Flink's JobManager notes the jobs that it runs, so that the next
 * one goes on with them.
 */
public final class ZooKeeperServer {
  private static final String NAME = "zookeeper";

  private ZooKeeperServer() {}

  /** Writes the server's settings and says how to start it. */
  public static Server plan(Site site, int port) throws IOException {
    Path settings =
        Settings.write("zookeeper.cfg", site.conf(), Map.of("port", port, "data", site.data()));
    Path logging = Settings.write("zookeeper-log4j2.properties", site.conf(), Map.of());
    List<String> jvm =
        List.of(
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            // What it stores is dropped when the stack starts: it need not survive the machine.
            "-Dzookeeper.forceSync=no",
            // Never (its longest, 24 days). Where a session ended and then the empty parent of its
            // latch was removed, a JobManager that comes back waits for leadership for ever
            // (CURATOR-724, which is not mended in Flink's Curator 5.4.0).
            "-Dznode.container.checkIntervalMs=" + Integer.MAX_VALUE,
            "-Dlog.file=" + site.log(),
            "-Dlog4j2.configurationFile=" + logging.toUri());
    JavaCommand server =
        new JavaCommand(
            NAME,
            site.classPath(),
            "org.apache.zookeeper.server.ZooKeeperServerMain",
            jvm,
            List.of(settings.toString()),
            Map.of());
    return new Server(
        "ZooKeeper", Optional.empty(), server, () -> isOk(port), Duration.ofMinutes(2));
  }

  private static boolean isOk(int port) throws IOException {
    try (Socket socket = Tcp.connect(port)) {
      socket.getOutputStream().write("ruok".getBytes(StandardCharsets.US_ASCII));
      byte[] answer = socket.getInputStream().readAllBytes();
      return new String(answer, StandardCharsets.US_ASCII).equals("imok");
    }
  }
}
