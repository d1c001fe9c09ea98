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
    StreamTopology.build(environment, tenant, settings(options, tenant, parallelism));
    environment.execute(Names.streamJob(tenant));
  }

  private static StreamTopology.Settings settings(
      StreamOptions options, Tenant tenant, int parallelism) {
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, options.kafka()))) {
      return new StreamTopology.Settings(
          options.kafka(),
          TenantTopics.ensureMissing(admin, tenant),
          parallelism,
          options.openAccumulators(),
          options.transactionTimeout(),
          transactions(admin, tenant));
    }
  }

  /**
   * A job that starts without a checkpoint asks the broker for every id, checkpoint by checkpoint,
   * that was used before it. Topics that were deleted and made anew have nothing open from before,
   * so their ids begin anew too, and a replay does not have to go through those of weeks.
   */
  private static String transactions(Admin admin, Tenant tenant) {
    return Names.streamJob(tenant) + "." + TenantTopics.incarnation(admin, tenant);
  }
}
