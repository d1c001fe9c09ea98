package io.mysimbdp.local.cli;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How long an outage a tenant's stream job survives without loss. */
final class TransactionTimeoutOption {
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  /** The most that the local broker grants. */
  private static final Duration LONGEST = Duration.ofHours(2);

  @Option(
      names = "--transaction-timeout",
      paramLabel = "DURATION",
      description =
          "How long a prepared transaction may wait for its commit before Kafka aborts it, and its"
              + " silver is lost, such as 1h: longer than the longest outage to survive (default:"
              + " 15m; at most 2h).")
  private Duration timeout;

  boolean given() {
    return timeout != null;
  }

  /** Milliseconds; 0 if it was not given. */
  long millis() {
    if (timeout == null) {
      return 0;
    }
    if (timeout.compareTo(SHORTEST) < 0 || timeout.compareTo(LONGEST) > 0) {
      throw Failure.wrongUse("--transaction-timeout must be from 1s to 2h");
    }
    return timeout.toMillis();
  }
}
