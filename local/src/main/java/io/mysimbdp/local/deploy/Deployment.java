package io.mysimbdp.local.deploy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mysimbdp.local.stack.Project;
import io.mysimbdp.local.stack.StackAddresses;
import io.mysimbdp.local.stack.StackLayout;
import io.mysimbdp.local.tenant.Placement;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.definition.reading.Definitions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * That a tenant shall run on a stack, as noted in a file from {@code deploy} to {@code undeploy}.
 *
 * @param tenants absolute path of the folder of all definitions
 * @param parallelism of its jobs; 0 for what its agreement says
 * @param partitions of its raw topics; 0 for what its definition says
 * @param transactionTimeout milliseconds that a transaction of its stream job may stay open; 0 for
 *     what the job thinks right
 */
public record Deployment(
    String tenant, String tenants, int parallelism, int partitions, long transactionTimeout) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Where its definition lies. */
  public Path definition() {
    return Path.of(tenants).resolve(tenant);
  }

  /** The same with another transaction timeout. */
  public Deployment withTransactionTimeout(Duration timeout) {
    return new Deployment(tenant, tenants, parallelism, partitions, timeout.toMillis());
  }

  /** The tenant on a stack. */
  public Placement on(Project project, StackAddresses addresses, StackLayout layout) {
    Tenant read = Definitions.read(definition());
    return new Placement(
        tenant,
        Path.of(tenants),
        parallelism == 0 ? read : Placement.withParallelism(read, parallelism),
        partitions == 0 ? OptionalInt.empty() : OptionalInt.of(partitions),
        transactionTimeout == 0
            ? Optional.empty()
            : Optional.of(Duration.ofMillis(transactionTimeout)),
        project,
        addresses,
        layout);
  }

  /** What a file notes. */
  static Deployment read(Path file) throws IOException {
    return JSON.readValue(Files.readAllBytes(file), Deployment.class);
  }

  /** Notes it in a file; a reader sees all of it or nothing. */
  void write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.write(next, JSON.writeValueAsBytes(this));
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
