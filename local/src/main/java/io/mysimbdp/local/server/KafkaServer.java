package io.mysimbdp.local.server;

import io.mysimbdp.local.process.JavaCommand;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** One Kafka node, broker and controller (KRaft), with transactions. */
public final class KafkaServer {
  private static final String NAME = "kafka";

  private KafkaServer() {}

  /**
   * A second way to the broker, through somebody else's port.
   *
   * @param port of the broker for those that come this way
   * @param advertised to them, to come back to
   */
  public record Gateway(int port, int advertised) {}

  /** Writes the node's settings and says how to start it. */
  public static Server plan(Site site, int port, int controllerPort, Optional<Gateway> gateway)
      throws IOException {
    Path properties =
        Settings.write(
            "server.properties",
            site.conf(),
            Map.of(
                "port",
                port,
                "controllerPort",
                controllerPort,
                "data",
                site.data(),
                "gatewayListener",
                gateway.map(way -> listener(way.port())).orElse(""),
                "gatewayAdvertised",
                gateway.map(way -> listener(way.advertised())).orElse("")));
    Path logging = Settings.write("kafka-log4j2.properties", site.conf(), Map.of());
    List<String> jvm =
        List.of(
            "-Xms128m",
            "-Xmx512m",
            "-XX:+UseG1GC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dlog.file=" + site.log(),
            "-Dlog4j2.configurationFile=" + logging.toUri());
    boolean formatted = Files.exists(site.data().resolve("meta.properties"));
    JavaCommand format =
        new JavaCommand(
            NAME + "-format",
            site.classPath(),
            "kafka.tools.StorageTool",
            jvm,
            // One word: an id may begin with a hyphen.
            List.of("format", "--cluster-id=" + clusterId(), "-c", properties.toString()),
            Map.of());
    JavaCommand broker =
        new JavaCommand(
            NAME, site.classPath(), "kafka.Kafka", jvm, List.of(properties.toString()), Map.of());
    return new Server(
        "Kafka",
        formatted ? Optional.empty() : Optional.of(format),
        broker,
        () -> hasBroker(port),
        Duration.ofMinutes(2));
  }

  private static String listener(int port) {
    return ",GATEWAY://127.0.0.1:" + port;
  }

  /** 16 random bytes, as Kafka writes them. */
  private static String clusterId() {
    UUID id = UUID.randomUUID();
    byte[] bytes =
        ByteBuffer.allocate(16)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static boolean hasBroker(int port) throws Exception {
    if (!Tcp.accepts(port)) {
      return false;
    }
    Properties settings = new Properties();
    settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + port);
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 2_000);
    try (Admin admin = Admin.create(settings)) {
      return !admin.describeCluster().nodes().get(3, TimeUnit.SECONDS).isEmpty();
    }
  }
}
