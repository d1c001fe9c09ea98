package io.mysimbdp.stream;

import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.names.Names;
import io.mysimbdp.platform.topics.TenantTopics;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * Raw to silver: the main class that Flink's web UI runs, with {@code --tenant NAME --kafka
 * HOST:PORT}. Creates the tenant's topics where they are missing.
 */
public final class StreamJob {
  private StreamJob() {}

  /** Submits the job. */
  public static void main(String... args) throws Exception {
    StreamOptions options = StreamOptions.parse(args);
    Tenant tenant = options.tenant();
    int parallelism = options.parallelism(tenant);
    StreamExecutionEnvironment environment = JobEnvironment.of(tenant, parallelism);
    StreamTopology.build(
        environment,
        tenant,
        new StreamTopology.Settings(
            options.kafka(),
            partitions(tenant, options.kafka()),
            parallelism,
            options.openAccumulators(),
            options.transactionTimeout()));
    environment.execute(Names.streamJob(tenant));
  }

  /** How many partitions the raw topics have, by stream; topics that exist keep what they have. */
  private static Map<String, Integer> partitions(Tenant tenant, String kafka) {
    try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka))) {
      return TenantTopics.ensureMissing(admin, tenant);
    }
  }
}
