package io.mysimbdp.local.endtoend.chaos;

import io.mysimbdp.local.endtoend.stack.FlinkJobs;
import io.mysimbdp.local.endtoend.stack.Kafka;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.names.Names;
import java.util.List;
import java.util.Optional;

/**
 * Every subtask has written its completion of a dataset, and the checkpoint that commits it is not
 * complete.
 */
final class WrittenCompletion implements Moment {
  /** Flink's answers about checkpoints are up to 3 seconds old. */
  private static final long STALE_MS = 4_000;

  private final Tenant tenant;
  private final Kafka kafka;
  private final FlinkJobs flink;
  private final long before;
  private final List<String> jobs;
  private long seen;

  WrittenCompletion(Scene scene) {
    this.tenant = scene.tenants().get(0);
    this.kafka = new Kafka(scene.stack().brokers());
    this.flink = new FlinkJobs(scene.stack().flink());
    this.before = written();
    this.jobs = flink.running(Names.streamJob(tenant));
  }

  private long written() {
    return kafka.unstableEnds(Names.completionsTopic(tenant)).values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  @Override
  public String name() {
    return "completion that is not committed";
  }

  @Override
  public Optional<Sight> now() {
    long written = written() - before;
    seen = System.currentTimeMillis();
    return written < tenant.agreement().parallelism()
        ? Optional.empty()
        : Optional.of(
            new Sight(tenant, Names.streamJob(tenant), written + " completions are written"));
  }

  @Override
  public Optional<String> overBefore(long instant) {
    if (System.currentTimeMillis() < instant + STALE_MS) {
      throw new IllegalStateException("Flink may not know yet");
    }
    return jobs.stream()
        .map(job -> flink.newestCheckpoint(job).orElseThrow())
        .map(FlinkJobs.Checkpoint::acknowledged)
        .filter(acknowledged -> acknowledged >= seen && acknowledged < instant)
        .map(
            acknowledged ->
                "a checkpoint was complete %d ms before".formatted(instant - acknowledged))
        .findAny();
  }

  @Override
  public void close() {
    // Everything is asked for anew.
  }
}
