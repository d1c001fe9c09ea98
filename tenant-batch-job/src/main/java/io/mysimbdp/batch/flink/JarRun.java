package io.mysimbdp.batch.flink;

import java.util.List;
import java.util.Map;

/**
 * How an uploaded jar is run.
 *
 * @param entryClass null for the jar's main class
 * @param jobId 32 hexadecimal digits; null to let Flink choose
 * @param parallelism 0 for the cluster's default
 * @param savepointPath from which to start; null for none
 * @param configuration Flink settings for this job
 */
public record JarRun(
    String entryClass,
    List<String> arguments,
    String jobId,
    int parallelism,
    String savepointPath,
    Map<String, String> configuration) {

  public JarRun {
    arguments = List.copyOf(arguments);
    configuration = Map.copyOf(configuration);
  }

  /** A run of the jar's main class, from nothing. */
  public static JarRun of(List<String> arguments, String jobId, int parallelism) {
    return new JarRun(null, arguments, jobId, parallelism, null, Map.of());
  }
}
