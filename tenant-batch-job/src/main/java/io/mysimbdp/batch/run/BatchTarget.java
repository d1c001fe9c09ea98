package io.mysimbdp.batch.run;

import io.mysimbdp.batch.flink.FlinkRest;
import java.util.List;

/**
 * Where batch jobs run, and how they are told about the tenant.
 *
 * @param arguments of the job's main class that name tenant and addresses: {@code --tenant}, {@code
 *     --tenants}, {@code --as}, {@code --kafka}, {@code --cassandra}
 */
public record BatchTarget(FlinkRest flink, BatchJar jar, List<String> arguments) {

  public BatchTarget {
    arguments = List.copyOf(arguments);
  }
}
