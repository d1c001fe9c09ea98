package io.mysimbdp.local.endtoend.chaos;

import io.mysimbdp.local.endtoend.stack.FlinkJobs;
import io.mysimbdp.local.endtoend.stack.Stack;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.names.Names;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;

/** How the tenants' jobs are doing, as Flink and the broker say. */
final class Vitals implements AutoCloseable {
  private static final int ANSWER_WITHIN_MS = 3_000;

  private final FlinkJobs flink;
  private final List<Tenant> tenants;
  private final Admin admin;

  Vitals(Stack stack, List<Tenant> tenants) {
    this.flink = new FlinkJobs(stack.flink());
    this.tenants = List.copyOf(tenants);
    this.admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                stack.brokers(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                ANSWER_WITHIN_MS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                ANSWER_WITHIN_MS));
  }

  /**
   * When every stream job and every loader had completed a checkpoint that was begun after this
   * instant; empty if one of them has not yet.
   *
   * @param instant milliseconds since the epoch
   * @return milliseconds since the epoch
   */
  OptionalLong allCheckpointedSince(long instant) {
    long latest = instant;
    for (String job : jobs()) {
      Optional<FlinkJobs.Checkpoint> checkpoint =
          flink.running(job).stream()
              .flatMap(id -> flink.newestCheckpoint(id).stream())
              .filter(newest -> newest.triggered() > instant)
              .findAny();
      if (checkpoint.isEmpty()) {
        return OptionalLong.empty();
      }
      latest = Math.max(latest, checkpoint.get().acknowledged());
    }
    return OptionalLong.of(latest);
  }

  private List<String> jobs() {
    return tenants.stream()
        .flatMap(tenant -> Stream.of(Names.streamJob(tenant), Names.loaderJob(tenant)))
        .toList();
  }

  /** Whether every stream job has a transaction under way in which it has already written. */
  boolean allInTransaction() {
    Set<String> open = openTransactions();
    return tenants.stream()
        .map(Names::streamJob)
        .allMatch(prefix -> open.stream().anyMatch(id -> id.startsWith(prefix)));
  }

  private Set<String> openTransactions() {
    try {
      return admin
          .listTransactions(
              new ListTransactionsOptions().filterStates(List.of(TransactionState.ONGOING)))
          .all()
          .get(2 * ANSWER_WITHIN_MS, TimeUnit.MILLISECONDS)
          .stream()
          .map(TransactionListing::transactionalId)
          .collect(Collectors.toSet());
    } catch (ExecutionException | TimeoutException e) {
      return Set.of(); // the broker is away
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** What the broker says of a transaction; empty if it does not answer. */
  Optional<TransactionState> transaction(String id) {
    try {
      return Optional.of(
          admin
              .describeTransactions(List.of(id))
              .description(id)
              .get(2 * ANSWER_WITHIN_MS, TimeUnit.MILLISECONDS)
              .state());
    } catch (ExecutionException | TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ofMillis(ANSWER_WITHIN_MS));
  }
}
