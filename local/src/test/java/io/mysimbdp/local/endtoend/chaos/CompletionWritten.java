package io.mysimbdp.local.endtoend.chaos;

import io.mysimbdp.local.endtoend.stack.FlinkJobs;
import io.mysimbdp.local.endtoend.stack.Kafka;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.names.Names;
import java.util.List;

/**
 * Every subtask has written its completion of a dataset, and the checkpoint that commits it is not
 * complete.
 */
final class CompletionWritten implements Moment {
  private final Tenant tenant;
  private final Kafka kafka;
  private final FlinkJobs flink;
  private long before;
  private List<String> jobs = List.of();

  CompletionWritten(Tenant tenant, Kafka kafka, FlinkJobs flink) {
    this.tenant = tenant;
    this.kafka = kafka;
    this.flink = flink;
  }

  @Override
  public void await() {
    before = written();
    jobs = flink.running(Names.streamJob(tenant));
  }

  @Override
  public boolean isHere() {
    return written() >= before + tenant.agreement().parallelism();
  }

  private long written() {
    return kafka.unstableEnds(Names.completionsTopic(tenant)).values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  @Override
  public boolean hadPassed(long seen) {
    return jobs.stream()
        .flatMap(job -> flink.newestCheckpoint(job).stream())
        .anyMatch(checkpoint -> checkpoint.acknowledged() >= seen);
  }
}
