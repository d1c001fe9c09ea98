package io.mysimbdp.stream.loader;

import com.datastax.driver.core.Cluster;
import com.datastax.driver.core.QueryOptions;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.streaming.connectors.cassandra.ClusterBuilder;

/** How the connector's driver finds coredms. */
public final class CoreDmsCluster extends ClusterBuilder {
  private static final long serialVersionUID = 1L;

  private final String addresses;

  /**
   * Contact points.
   *
   * @param addresses {@code HOST:PORT[,HOST:PORT…]}
   */
  public CoreDmsCluster(String addresses) {
    this.addresses = addresses;
  }

  @Override
  protected Cluster buildCluster(Cluster.Builder builder) {
    List<InetSocketAddress> points =
        Arrays.stream(addresses.split(",", -1)).map(CoreDmsCluster::address).toList();
    return builder
        .addContactPointsWithPorts(points)
        .withQueryOptions(new QueryOptions().setDefaultIdempotence(true))
        .withoutJMXReporting()
        .build();
  }

  private static InetSocketAddress address(String text) {
    int colon = text.lastIndexOf(':');
    return new InetSocketAddress(
        text.substring(0, colon).strip(), Integer.parseInt(text.substring(colon + 1).strip()));
  }
}
