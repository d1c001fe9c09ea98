package io.mysimbdp.local.endtoend;

import static org.awaitility.Awaitility.await;

import io.mysimbdp.local.endtoend.data.Trace;
import io.mysimbdp.local.endtoend.oracle.Analytics;
import io.mysimbdp.local.endtoend.oracle.FileOracle;
import io.mysimbdp.local.endtoend.oracle.VmCpu;
import io.mysimbdp.local.endtoend.stack.LiveTenant;
import io.mysimbdp.local.endtoend.stack.OnStack;
import io.mysimbdp.local.endtoend.stack.Stack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is in Cassandra is soon known to be there: gold waits for that. */
@ExtendWith(OnStack.class)
class LoaderIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** It makes a checkpoint every 2 s; the connector alone would sit in its poll for 10 s. */
  private static final Duration SOON = Duration.ofSeconds(7);

  @Test
  void itsOffsetsAreCommittedWithItsCheckpointAlsoWhenNothingMoreComes(Stack stack) {
    Path trace = new Trace(10, 2_000, 53).write(stack.folder("trace").resolve("trace.csv"));
    Analytics expected = FileOracle.of(List.of(trace)).analytics();
    try (LiveTenant tenant = LiveTenant.deployed(stack)) {
      tenant.emulate("--input", trace.toString()).succeeded();
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  VmCpu.SILVER.stream()
                      .allMatch(
                          analytic ->
                              tenant.coredms(analytic).size() == expected.silver(analytic).size()));
      await().atMost(SOON).until(() -> tenant.datasets().size() == 1);
    }
  }
}
