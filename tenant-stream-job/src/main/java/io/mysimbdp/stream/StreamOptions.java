package io.mysimbdp.stream;

import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.definition.reading.Definitions;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What both jobs of this jar are told when they are submitted. */
final class StreamOptions {
  @Option(names = "--tenant", required = true, description = "The tenant's name.")
  private String tenant;

  @Option(
      names = "--tenants",
      defaultValue = "${env:MYSIMBDP_TENANTS}",
      description = "The folder of all definitions; default: those bundled in the jar.")
  private Path tenants;

  @Option(names = "--as", description = "Run the definition under another name.")
  private String alias;

  @Option(names = "--kafka", required = true, description = "Kafka's address, HOST:PORT[,…].")
  private String kafka;

  @Option(names = "--cassandra", description = "Cassandra's address, HOST:PORT[,…].")
  private String cassandra;

  @Option(names = "--parallelism", description = "Default: what the tenant's agreement says.")
  private Integer parallelism;

  @Option(
      names = "--open-accumulators",
      defaultValue = "500000",
      description = "How many open accumulators a subtask keeps on the heap.")
  private int openAccumulators;

  @Option(
      names = "--transaction-timeout",
      defaultValue = "900000",
      description =
          "Milliseconds a Kafka transaction may stay open: longer than the longest outage to"
              + " survive, at most the broker's transaction.max.timeout.ms.")
  private int transactionTimeout;

  private StreamOptions() {}

  /**
   * Reads the arguments.
   *
   * @throws IllegalArgumentException if they are wrong; the message says what is and shows the
   *     usage
   */
  static StreamOptions parse(String... args) {
    StreamOptions options = new StreamOptions();
    CommandLine commandLine = new CommandLine(options);
    try {
      commandLine.parseArgs(args);
    } catch (CommandLine.ParameterException e) {
      throw new IllegalArgumentException(
          e.getMessage() + System.lineSeparator() + commandLine.getUsageMessage(), e);
    }
    return options;
  }

  /** The definition, under its alias if there is one. */
  Tenant tenant() {
    boolean bundled = tenants == null || tenants.toString().isEmpty();
    Tenant read =
        bundled ? Definitions.readBundled(tenant) : Definitions.read(tenants.resolve(tenant));
    return alias == null ? read : read.as(alias);
  }

  String kafka() {
    return kafka;
  }

  /** Cassandra's address; the loader cannot do without. */
  String cassandra() {
    if (cassandra == null) {
      throw new IllegalArgumentException("Missing required option: '--cassandra=<cassandra>'");
    }
    return cassandra;
  }

  int parallelism(Tenant of) {
    return parallelism == null ? of.agreement().parallelism() : parallelism;
  }

  int openAccumulators() {
    return openAccumulators;
  }

  int transactionTimeout() {
    return transactionTimeout;
  }
}
