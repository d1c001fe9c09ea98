package io.mysimbdp.local.endtoend.chaos;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import io.mysimbdp.platform.coredms.CoreDms;
import io.mysimbdp.platform.definition.Tenant;
import java.time.Instant;
import java.util.Optional;

/**
 * When batch runs were recorded in coredms, and when their ends; by the clock of this machine.
 *
 * @param cassandra {@code HOST:PORT}; a session is opened for each question, as it may have been
 *     killed
 */
record BatchRunTimes(String cassandra) {

  /** When the run was recorded, milliseconds since the epoch; empty if it is not. */
  Optional<Long> started(Tenant tenant, String run) {
    return time(tenant, run, "started_at");
  }

  /** When its end was recorded, milliseconds since the epoch; empty if it is not. */
  Optional<Long> ended(Tenant tenant, String run) {
    return time(tenant, run, "ended_at");
  }

  private Optional<Long> time(Tenant tenant, String run, String column) {
    try (CqlSession session = CoreDms.open(cassandra)) {
      Row row =
          session
              .execute(
                  "SELECT " + column + " FROM mysimbdp.batch_runs WHERE tenant = ? AND run = ?",
                  tenant.name(),
                  run)
              .one();
      return Optional.ofNullable(row).map(found -> found.getInstant(0)).map(Instant::toEpochMilli);
    }
  }
}
