package io.mysimbdp.batch;

import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.definition.reading.Definitions;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What names a tenant and the servers: the same for the batch job and the trigger. */
public final class BatchOptions {
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

  @Option(
      names = "--cassandra",
      required = true,
      description = "Cassandra's address, HOST:PORT[,…].")
  private String cassandra;

  /**
   * Reads arguments into an options object.
   *
   * @throws IllegalArgumentException if they are wrong; the message says what is and shows the
   *     usage
   */
  static void parse(Object options, String... args) {
    CommandLine commandLine = new CommandLine(options);
    try {
      commandLine.parseArgs(args);
    } catch (CommandLine.ParameterException e) {
      throw new IllegalArgumentException(
          e.getMessage() + System.lineSeparator() + commandLine.getUsageMessage(), e);
    }
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

  String cassandra() {
    return cassandra;
  }
}
