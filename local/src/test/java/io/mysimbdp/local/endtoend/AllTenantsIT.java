package io.mysimbdp.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mysimbdp.local.endtoend.data.SmallInputs;
import io.mysimbdp.local.endtoend.rows.ExportedFolder;
import io.mysimbdp.local.endtoend.stack.CommandLine;
import io.mysimbdp.local.endtoend.stack.DeployedTenant;
import io.mysimbdp.local.endtoend.stack.OnStack;
import io.mysimbdp.local.endtoend.stack.Stack;
import io.mysimbdp.local.endtoend.stack.TenantRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every tenant is deployed at once, and no one notices the others. */
@ExtendWith(OnStack.class)
class AllTenantsIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Test
  void fedTogetherEachHasWhatItHasAlone(Stack stack) {
    Map<String, Map<String, Path>> inputs = SmallInputs.write(stack.folder("small"), 31);
    Map<String, Path> together = together(stack, inputs);
    together.forEach(
        (tenant, export) -> {
          JsonNode ledger = ExportedFolder.ledger(export);
          assertThat(ledger.required("balanced").booleanValue()).as("%s", ledger).isTrue();
        });
    compared(inputs.keySet())
        .forEach(
            tenant -> {
              Path alone =
                  TenantRun.of(stack, tenant, inputs.get(tenant), "--parallelism", "1").export();
              assertThat(ExportedFolder.ledger(together.get(tenant)))
                  .as("ledger of %s", tenant)
                  .isEqualTo(ExportedFolder.ledger(alone));
              same(tenant, alone, together.get(tenant));
            });
  }

  /** Those that are run alone too; every run takes its minute. */
  private static Collection<String> compared(Set<String> tenants) {
    return LongForm.asked() ? tenants : List.of("taxi");
  }

  private static void same(String tenant, Path alone, Path together) {
    Map<String, List<String>> expected = ExportedFolder.rows(alone);
    Map<String, List<String>> found = ExportedFolder.rows(together);
    assertThat(found.keySet()).as("files of %s", tenant).isEqualTo(expected.keySet());
    expected.forEach(
        (file, rows) -> {
          assertThat(found.get(file)).as("%s: %s", tenant, file).isEqualTo(rows);
          if (file.startsWith("silver")) {
            assertThat(rows).as("%s: %s", tenant, file).isNotEmpty();
          }
        });
  }

  /** The exports of all tenants after all of them were fed at the same time. */
  private static Map<String, Path> together(Stack stack, Map<String, Map<String, Path>> inputs) {
    List<DeployedTenant> deployed = new ArrayList<>();
    try {
      inputs
          .keySet()
          .forEach(tenant -> deployed.add(DeployedTenant.of(stack, tenant, "--parallelism", "1")));
      List<CommandLine.Running> feeding =
          deployed.stream().map(tenant -> tenant.feed(inputs.get(tenant.name()))).toList();
      feeding.forEach(command -> command.await(PATIENCE).succeeded());
      Map<String, Path> exports = new LinkedHashMap<>();
      deployed.forEach(tenant -> exports.put(tenant.name(), tenant.export()));
      return exports;
    } finally {
      deployed.forEach(DeployedTenant::close);
    }
  }
}
