package io.mysimbdp.local.endtoend;

import io.mysimbdp.local.endtoend.data.Trace;
import io.mysimbdp.local.endtoend.oracle.FileOracle;
import io.mysimbdp.local.endtoend.oracle.Tally;
import io.mysimbdp.local.endtoend.stack.OnStack;
import io.mysimbdp.local.endtoend.stack.Stack;
import io.mysimbdp.local.endtoend.stack.VmCpuRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One wrong clock must not close everybody's windows. */
@ExtendWith(OnStack.class)
class PoisonedTimestampsIT {
  private static final long YEAR = 365L * 24 * 60 * 60;
  private static final int POISONED_EVERY = 50;

  @Test
  void theYear3000AndNextYearAdvanceNothing(Stack stack) throws IOException {
    Path folder = stack.folder("trace");
    Path good = new Trace(20, 5_000, 23).write(folder.resolve("good.csv"));
    long[] poisons = {981 * YEAR, YEAR, -1, 9_000_000_000_000_000_000L, 40L * 24 * 60 * 60};
    List<String> lines = new ArrayList<>();
    int rejected = 0;
    for (String line : Files.readAllLines(good)) {
      lines.add(line);
      if (lines.size() % POISONED_EVERY == 0) {
        lines.add(poisons[rejected++ % poisons.length] + line.substring(line.indexOf(',')));
      }
    }
    Path poisoned = Files.write(folder.resolve("poisoned.csv"), lines);
    FileOracle oracle = FileOracle.of(List.of(good));

    VmCpuRun.of(stack, poisoned, "--order", "file")
        .export()
        .has(oracle.analytics(), oracle.finalEnd())
        .hasLedger(new Tally(lines.size(), oracle.readings(), rejected, 0));
  }
}
