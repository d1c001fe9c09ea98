package io.mysimbdp.local.endtoend.chaos;

import io.mysimbdp.local.endtoend.stack.FlinkJobs;
import io.mysimbdp.platform.definition.Tenant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The batch jobs that Flink had. Their names say run and attempt, so none may be there twice. A
 * JobManager that died has forgotten those that had ended, so none has to be there either.
 */
final class BatchJobs {
  private BatchJobs() {}

  /**
   * Looks at those of a tenant.
   *
   * @param since milliseconds since the epoch; earlier ones are of an earlier deployment
   */
  static Comparison compare(FlinkJobs flink, Tenant tenant, long since) {
    List<String> names = flink.names(tenant.name() + ".batch.", since);
    Set<String> once = new HashSet<>();
    List<String> again = names.stream().filter(name -> !once.add(name)).toList();
    return new Comparison(
        "batch jobs, one an attempt", once.size(), 0, again.size(), 0, String.join("\n", again));
  }
}
