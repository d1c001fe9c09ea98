package io.mysimbdp.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mysimbdp.local.endtoend.indoor.Alerts;
import io.mysimbdp.local.endtoend.indoor.Customer;
import io.mysimbdp.local.endtoend.indoor.Indoor;
import io.mysimbdp.local.endtoend.indoor.IndoorOracle;
import io.mysimbdp.local.endtoend.indoor.Wanderers;
import io.mysimbdp.local.endtoend.rows.ExportedRows;
import io.mysimbdp.local.endtoend.rows.Rows;
import io.mysimbdp.local.endtoend.stack.CommandLine;
import io.mysimbdp.local.endtoend.stack.DeployedTenant;
import io.mysimbdp.local.endtoend.stack.OnStack;
import io.mysimbdp.local.endtoend.stack.Stack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A customer looks at results on the customer's own topics. */
@ExtendWith(OnStack.class)
class TailIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void whoFollowsATenantSeesEachRowAndAlertWhileItIsFed(Stack stack) throws Exception {
    Path sightings =
        new Wanderers(10, 1_000, 17).write(stack.folder("sightings").resolve("sightings.csv"));
    IndoorOracle expected = IndoorOracle.of(Customer.REST_HOME, sightings);
    Rows occupancy = expected.silver().get(Indoor.OCCUPANCY);
    long alerts = expected.alerts().values().stream().mapToLong(Rows::size).sum();

    try (DeployedTenant tenant = DeployedTenant.of(stack, Customer.REST_HOME.tenant())) {
      CommandLine.Running followed = follow(tenant, Indoor.OCCUPANCY.name(), occupancy.size());
      CommandLine.Running alarmed = follow(tenant, "alerts", alerts);
      tenant.run("emulate", "--input", sightings.toString(), "--header");

      Rows seen = new Rows();
      for (JsonNode row : lines(followed)) {
        seen.add(ExportedRows.row(row, Indoor.OCCUPANCY, Set.of()));
      }
      assertThat(occupancy.differenceTo(seen.stream())).isEmpty();
      Alerts.same(expected.alerts(), lines(alarmed));
    }
  }

  /** From the beginning, since the command may be up later than the first row. */
  private static CommandLine.Running follow(DeployedTenant tenant, String what, long rows) {
    return tenant.start("tail", what, "--from-beginning", "--count", Long.toString(rows));
  }

  private static List<JsonNode> lines(CommandLine.Running tail) throws JsonProcessingException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : tail.await(PATIENCE).succeeded().out().lines().toList()) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }
}
