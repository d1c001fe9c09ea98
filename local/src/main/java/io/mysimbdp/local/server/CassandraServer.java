package io.mysimbdp.local.server;

import io.mysimbdp.local.process.JavaCommand;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One Cassandra node. Told to end, it drains: nothing acknowledged is left to be replayed. */
public final class CassandraServer {
  private static final String NAME = "cassandra";

  /** An OPTIONS request of the native protocol: version 4, no flags, stream 0, no body. */
  private static final byte[] OPTIONS = {4, 0, 0, 0, 5, 0, 0, 0, 0};

  private static final int SUPPORTED = 6;

  private CassandraServer() {}

  /** Writes the node's settings and says how to start it. */
  public static Server plan(Site site, int port, int storagePort) throws IOException {
    Path yaml =
        Settings.write(
            "cassandra.yaml",
            site.conf(),
            Map.of("port", port, "storagePort", storagePort, "data", site.data()));
    Path logging = Settings.write("cassandra-logback.xml", site.conf(), Map.of());
    List<String> jvm = new ArrayList<>(Settings.lines("cassandra-jvm.options"));
    jvm.add("-Dlog.file=" + site.log());
    jvm.add("-Dlogback.configurationFile=" + logging.toUri());
    jvm.add("-Dcassandra.config=" + yaml.toUri());
    jvm.add("-Dcassandra.storagedir=" + site.data());
    jvm.add("-Dcassandra.logdir=" + site.log().getParent());
    JavaCommand node =
        new JavaCommand(
            NAME,
            site.classPath(),
            "org.apache.cassandra.service.CassandraDaemon",
            jvm,
            List.of(),
            Map.of());
    return new Server(
        "Cassandra", Optional.empty(), node, () -> answersCql(port), Duration.ofMinutes(3));
  }

  private static boolean answersCql(int port) throws IOException {
    try (Socket socket = Tcp.connect(port)) {
      socket.getOutputStream().write(OPTIONS);
      byte[] header = new byte[9];
      new DataInputStream(socket.getInputStream()).readFully(header);
      return header[4] == SUPPORTED;
    }
  }
}
