package io.mysimbdp.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.datastax.oss.driver.api.core.CqlSession;
import io.mysimbdp.local.endtoend.indoor.Customer;
import io.mysimbdp.local.endtoend.indoor.Wanderers;
import io.mysimbdp.local.endtoend.stack.DeployedTenant;
import io.mysimbdp.local.endtoend.stack.OnStack;
import io.mysimbdp.local.endtoend.stack.Stack;
import io.mysimbdp.local.stack.Project;
import io.mysimbdp.platform.coredms.CoreDms;
import io.mysimbdp.platform.coredms.GoldTable;
import io.mysimbdp.platform.dataset.DatasetLedger;
import io.mysimbdp.platform.dataset.LedgerJson;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.definition.reading.Definitions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Calendar gold that grows by one dataset after the other, from day parts that stay in coredms. */
@ExtendWith(OnStack.class)
class GoldCalendarIT {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String TENANT = Customer.REST_HOME.tenant();

  /** The first day of the second dataset. */
  private static final String SECOND = "20180316";

  @Test
  void gatheredDayByDayOrAllAtOnceGoldIsTheSame(Stack stack) throws IOException {
    Path folder = stack.folder("sightings");
    Path all = new Wanderers(8, 6_000, 23).write(folder.resolve("all.csv"));
    try (DeployedTenant tenant = DeployedTenant.of(stack, TENANT)) {
      feed(tenant, part(all, folder.resolve("first.csv"), false));
      assertThat(awaitLedgers(stack, 1)).allMatch(DatasetLedger::balanced);
      Map<String, Set<String>> first = gold(stack);
      feed(tenant, part(all, folder.resolve("second.csv"), true));
      assertThat(awaitLedgers(stack, 2)).allMatch(DatasetLedger::balanced);
      Map<String, Set<String>> grown = gold(stack);
      assertThat(grown).isNotEqualTo(first);
      assertThat(grown.values()).noneMatch(Set::isEmpty);

      tenant.run("batch", "--hours", "30");
      assertThat(gold(stack)).isEqualTo(grown);
      tenant.run("batch", "--all");
      assertThat(gold(stack)).isEqualTo(grown);
    }
  }

  private static void feed(DeployedTenant tenant, Path file) {
    tenant.run("emulate", "--input", file.toString(), "--header");
  }

  /** The lines before the second dataset's first midnight, or from then on. */
  private static Path part(Path all, Path file, boolean second) throws IOException {
    List<String> lines = Files.readAllLines(all);
    List<String> part = new ArrayList<>(lines.subList(0, 1));
    lines.stream()
        .skip(1)
        .filter(line -> second == (line.split(",", 3)[1].compareTo(SECOND) >= 0))
        .forEach(part::add);
    assertThat(part).hasSizeGreaterThan(100);
    return Files.write(file, part);
  }

  private static List<DatasetLedger> awaitLedgers(Stack stack, int count) {
    try (CqlSession session = CoreDms.open(stack.cassandra())) {
      return await()
          .atMost(PATIENCE)
          .until(
              () ->
                  session
                      .execute(
                          "SELECT state, ledger FROM mysimbdp.datasets WHERE tenant = '"
                              + TENANT
                              + "'")
                      .all()
                      .stream()
                      .filter(row -> "DONE".equals(row.getString("state")))
                      .map(row -> LedgerJson.read(row.getString("ledger")))
                      .toList(),
              ledgers -> ledgers.size() == count);
    }
  }

  /** The rows of every gold table, as JSON. */
  private static Map<String, Set<String>> gold(Stack stack) {
    Tenant tenant = Definitions.read(Project.find().tenants().resolve(TENANT));
    Map<String, Set<String>> gold = new TreeMap<>();
    try (CqlSession session = CoreDms.open(stack.cassandra())) {
      for (Rollup table : tenant.gold()) {
        Set<String> rows = new TreeSet<>();
        session
            .execute(GoldTable.of(tenant, table).scanCql().replaceFirst("SELECT", "SELECT JSON"))
            .forEach(row -> rows.add(row.getString(0)));
        gold.put(table.name(), rows);
      }
    }
    return gold;
  }
}
