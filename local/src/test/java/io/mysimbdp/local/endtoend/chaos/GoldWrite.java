package io.mysimbdp.local.endtoend.chaos;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import io.mysimbdp.local.endtoend.stack.FlinkJobs;
import io.mysimbdp.platform.coredms.CoreDms;
import io.mysimbdp.platform.coredms.GoldTable;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.names.Names;
import java.util.List;
import java.util.Optional;

/**
 * A batch run's job is at work and has written gold rows to coredms (they carry the write time of
 * its attempt), and neither has it ended nor is the run's end recorded.
 */
final class GoldWrite implements Moment {
  private final List<Tenant> tenants;
  private final FlinkJobs flink;
  private final BatchRunTimes runs;
  private final CqlSession session;
  private Sight seen;
  private String run;

  GoldWrite(Scene scene) {
    this.tenants = scene.tenants();
    this.flink = new FlinkJobs(scene.stack().flink());
    this.runs = new BatchRunTimes(scene.stack().cassandra());
    this.session = CoreDms.open(scene.stack().cassandra());
  }

  @Override
  public String name() {
    return "batch job that has written gold and still runs";
  }

  @Override
  public Optional<Sight> now() {
    return tenants.stream().flatMap(owner -> now(owner).stream()).findFirst();
  }

  /** Not by a serial read: that would compete with those who record runs. */
  private Optional<Sight> now(Tenant owner) {
    for (Row found :
        session.execute(
            "SELECT run, attempt, write_time, state FROM mysimbdp.batch_runs WHERE tenant = ?",
            owner.name())) {
      if ("STARTED".equals(found.getString("state"))) {
        Optional<String> table = written(owner, found.getLong("write_time"));
        String job = Names.batchJob(owner, found.getString("run"), found.getInt("attempt"));
        if (table.isPresent() && !flink.running(job).isEmpty()) {
          run = found.getString("run");
          seen =
              new Sight(
                  owner, job, "job %s runs and has written rows of %s".formatted(job, table.get()));
          return Optional.of(seen);
        }
      }
    }
    return Optional.empty();
  }

  /** A gold table that has rows with this write time; empty if none has. */
  private Optional<String> written(Tenant owner, long writeTime) {
    for (Rollup rollup : owner.gold()) {
      String column = rollup.output().column(rollup.spanColumns() + rollup.groupBy().size()).name();
      Row newest =
          session
              .execute(
                  "SELECT max(writetime(%s)) FROM %s.%s"
                      .formatted(column, owner.keyspace(), GoldTable.of(owner, rollup).name()))
              .one();
      if (newest != null && !newest.isNull(0) && newest.getLong(0) == writeTime) {
        return Optional.of(rollup.name());
      }
    }
    return Optional.empty();
  }

  @Override
  public Optional<String> overBefore(long instant) {
    Optional<Long> recorded = runs.ended(seen.tenant(), run).filter(ended -> ended < instant);
    if (recorded.isPresent()) {
      return Optional.of("its end was recorded %d ms before".formatted(instant - recorded.get()));
    }
    long ended = flink.endOf(seen.job()).orElse(instant);
    return ended < instant
        ? Optional.of("it had ended %d ms before".formatted(instant - ended))
        : Optional.empty();
  }

  @Override
  public void close() {
    session.close();
  }
}
