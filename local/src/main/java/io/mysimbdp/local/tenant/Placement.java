package io.mysimbdp.local.tenant;

import io.mysimbdp.local.stack.Project;
import io.mysimbdp.local.stack.StackAddresses;
import io.mysimbdp.local.stack.StackLayout;
import io.mysimbdp.platform.definition.Agreement;
import io.mysimbdp.platform.definition.Tenant;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A tenant and where on which stack it lives.
 *
 * @param definition name of the folder that defines it
 * @param tenants folder of all definitions
 * @param tenant as its jobs see it: under its alias, with the parallelism wanted
 * @param partitions of its raw topics; empty for what the definition says
 * @param transactionTimeout how long a transaction of its stream job may stay open; empty for what
 *     the job thinks right
 */
public record Placement(
    String definition,
    Path tenants,
    Tenant tenant,
    OptionalInt partitions,
    Optional<Duration> transactionTimeout,
    Project project,
    StackAddresses addresses,
    StackLayout layout) {

  /** A placement whose transactions may stay open for as long as the stream job thinks right. */
  public Placement(
      String definition,
      Path tenants,
      Tenant tenant,
      OptionalInt partitions,
      Project project,
      StackAddresses addresses,
      StackLayout layout) {
    this(definition, tenants, tenant, partitions, Optional.empty(), project, addresses, layout);
  }

  /** The tenant with another parallelism. */
  public static Tenant withParallelism(Tenant tenant, int parallelism) {
    Agreement agreement = tenant.agreement();
    return new Tenant(
        tenant.name(),
        tenant.keyspace(),
        tenant.zone(),
        tenant.raw(),
        tenant.silver(),
        tenant.gold(),
        new Agreement(
            parallelism,
            agreement.schedule(),
            agreement.retentionDays(),
            agreement.checkpointInterval()),
        tenant.synthetic());
  }

  /** What every main class of ours is told about the tenant and the stack. */
  public List<String> arguments() {
    List<String> arguments =
        new ArrayList<>(List.of("--tenant", definition, "--tenants", tenants.toString()));
    if (!tenant.name().equals(definition)) {
      arguments.addAll(List.of("--as", tenant.name()));
    }
    StackAddresses told = addresses.toldToJobs();
    arguments.addAll(List.of("--kafka", told.kafka(), "--cassandra", told.cassandra()));
    return arguments;
  }

  /** Of the tenant's jobs. */
  public int parallelism() {
    return tenant.agreement().parallelism();
  }

  /** Where the checkpoints of one of the tenant's jobs go, and of nothing else. */
  public Path checkpoints(String job) {
    return layout.data("flink").resolve("checkpoints").resolve(job);
  }
}
