package io.mysimbdp.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.local.endtoend.data.Trace;
import io.mysimbdp.local.endtoend.oracle.GateOutcome;
import io.mysimbdp.local.endtoend.rows.Rows;
import io.mysimbdp.local.endtoend.stack.LiveTenant;
import io.mysimbdp.local.endtoend.stack.OnStack;
import io.mysimbdp.local.endtoend.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A deployed tenant gets one dataset after the other, as it would day by day. */
@ExtendWith(OnStack.class)
class TwoDatasetsIT {
  private static final int SECOND_STARTS = 6 * 60 * 60;

  @Test
  void bothAreExactAndEachHasItsOwnGold(Stack stack) throws IOException {
    Path folder = stack.folder("trace");
    Path first = new Trace(30, 10_000, 37).write(folder.resolve("first.csv"));
    Path second = shifted(new Trace(40, 10_000, 41).write(folder.resolve("s")), folder);
    try (LiveTenant tenant = LiveTenant.deployed(stack)) {
      tenant.emulate("--input", first.toString()).succeeded();
      tenant.awaitDone(1);
      tenant.emulate("--input", second.toString()).succeeded();
      tenant
          .awaitDone(2)
          .forEach(
              ledger ->
                  assertThat(ledger.required("balanced").booleanValue()).as("%s", ledger).isTrue());

      GateOutcome expected = tenant.expected();
      tenant.has(expected).hasGold(expected);
      assertThat(expected.late().size()).isZero();
      assertThat(tenant.batchRuns()).hasSize(2);
      Rows gold = expected.gold(tenant.earliestInterval());
      assertThat(gold.differenceTo(tenant.goldOnTopic().stream())).as("gold in Kafka").isEmpty();
    }
  }

  private static Path shifted(Path trace, Path folder) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(trace)) {
      int comma = line.indexOf(',');
      lines.add(Integer.parseInt(line.substring(0, comma)) + SECOND_STARTS + line.substring(comma));
    }
    return Files.write(folder.resolve("second.csv"), lines);
  }
}
