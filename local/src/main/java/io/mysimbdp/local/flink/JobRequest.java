package io.mysimbdp.local.flink;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A job to be started from an uploaded jar.
 *
 * @param entryClass its main class
 * @param arguments of the main class
 * @param jobId 32 hexadecimal digits; empty for a random one
 * @param savepoint path of the savepoint or retained checkpoint to start from
 * @param settings Flink options for this job alone
 */
public record JobRequest(
    String entryClass,
    List<String> arguments,
    int parallelism,
    Optional<String> jobId,
    Optional<String> savepoint,
    Map<String, String> settings) {

  public JobRequest {
    arguments = List.copyOf(arguments);
    settings = Map.copyOf(settings);
  }

  /** A fresh start. */
  public static JobRequest of(String entryClass, List<String> arguments, int parallelism) {
    return new JobRequest(
        entryClass, arguments, parallelism, Optional.empty(), Optional.empty(), Map.of());
  }

  /** The same under this id. */
  public JobRequest withJobId(String id) {
    return new JobRequest(entryClass, arguments, parallelism, Optional.of(id), savepoint, settings);
  }

  /** The same, starting from this savepoint or retained checkpoint. */
  public JobRequest from(String path) {
    return new JobRequest(entryClass, arguments, parallelism, jobId, Optional.of(path), settings);
  }
}
