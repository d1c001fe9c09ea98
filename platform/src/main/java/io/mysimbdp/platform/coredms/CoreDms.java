package io.mysimbdp.platform.coredms;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.internal.core.loadbalancing.DcInferringLoadBalancingPolicy;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Opens sessions on coredms. */
public final class CoreDms {
  private static final int DEFAULT_PORT = 9042;

  /** For so long nothing may come any more before the threads of a closed session end. */
  private static final int QUIET_MS = 100;

  /** Then they end in any case, as by default. */
  private static final int CLOSED_MS = 15_000;

  private CoreDms() {}

  /**
   * Opens a session, to be closed by the caller.
   *
   * @param addresses {@code HOST:PORT}, several separated by commas; the port defaults to 9042
   * @throws IllegalArgumentException if an address is none
   * @throws CoreDmsException if no node answers
   */
  public static CqlSession open(String addresses) {
    ClassLoader loader = CoreDms.class.getClassLoader();
    List<InetSocketAddress> points =
        Arrays.stream(addresses.split(",")).map(String::strip).map(CoreDms::address).toList();
    try {
      return CqlSession.builder()
          .withClassLoader(loader)
          .withConfigLoader(config(loader))
          .addContactPoints(points)
          .build();
    } catch (AllNodesFailedException e) {
      throw new CoreDmsException(
          "Cassandra does not answer at %s (%s). Is it running, and is the address right?"
              .formatted(addresses, reason(e)),
          e);
    }
  }

  /** Timeouts that outlast a busy node: waiting is better than failing a run. */
  private static DriverConfigLoader config(ClassLoader loader) {
    return DriverConfigLoader.programmaticBuilder(loader)
        .withClass(
            DefaultDriverOption.LOAD_BALANCING_POLICY_CLASS, DcInferringLoadBalancingPolicy.class)
        .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, Duration.ofSeconds(60))
        .withDuration(DefaultDriverOption.CONNECTION_CONNECT_TIMEOUT, Duration.ofSeconds(10))
        .withDuration(DefaultDriverOption.CONNECTION_INIT_QUERY_TIMEOUT, Duration.ofSeconds(10))
        .withDuration(DefaultDriverOption.CONTROL_CONNECTION_TIMEOUT, Duration.ofSeconds(20))
        // Nothing here asks for it, and reading it anew would hold up every CREATE by a second.
        .withBoolean(DefaultDriverOption.METADATA_SCHEMA_ENABLED, false)
        .withInt(DefaultDriverOption.NETTY_IO_SIZE, 2)
        // By default every session takes two seconds to close. With no quiet period at all the
        // driver finds its own threads gone when no node answers, and logs an error.
        .withString(DefaultDriverOption.NETTY_IO_SHUTDOWN_UNIT, "MILLISECONDS")
        .withInt(DefaultDriverOption.NETTY_IO_SHUTDOWN_QUIET_PERIOD, QUIET_MS)
        .withInt(DefaultDriverOption.NETTY_IO_SHUTDOWN_TIMEOUT, CLOSED_MS)
        .withString(DefaultDriverOption.NETTY_ADMIN_SHUTDOWN_UNIT, "MILLISECONDS")
        .withInt(DefaultDriverOption.NETTY_ADMIN_SHUTDOWN_QUIET_PERIOD, QUIET_MS)
        .withInt(DefaultDriverOption.NETTY_ADMIN_SHUTDOWN_TIMEOUT, CLOSED_MS)
        .build();
  }

  private static InetSocketAddress address(String text) {
    int colon = text.lastIndexOf(':');
    String host = colon < 0 ? text : text.substring(0, colon);
    try {
      int port = colon < 0 ? DEFAULT_PORT : Integer.parseInt(text.substring(colon + 1));
      if (!host.isEmpty()) {
        return new InetSocketAddress(host, port);
      }
    } catch (IllegalArgumentException e) {
      // Reported below, together with the missing host.
    }
    throw new IllegalArgumentException(
        "Cassandra's address '%s' is not of the form HOST:PORT".formatted(text));
  }

  private static String reason(AllNodesFailedException e) {
    return e.getAllErrors().values().stream()
        .flatMap(List::stream)
        .map(CoreDms::root)
        .map(
            cause ->
                cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage())
        .findFirst()
        .orElse(e.getMessage());
  }

  private static Throwable root(Throwable error) {
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
