package io.mysimbdp.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.local.endtoend.data.Trace;
import io.mysimbdp.local.endtoend.rows.Rows;
import io.mysimbdp.local.endtoend.stack.LiveTenant;
import io.mysimbdp.local.endtoend.stack.OnStack;
import io.mysimbdp.local.endtoend.stack.Stack;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Batch runs that a person starts. */
@ExtendWith(OnStack.class)
class BatchByHandIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Test
  void allTwiceGivesTheSameGoldAndNoStaleRows(Stack stack) {
    Path trace = new Trace(30, 5_000, 47).write(stack.folder("trace").resolve("trace.csv"));
    try (LiveTenant tenant = LiveTenant.deployed(stack)) {
      tenant.emulate("--input", trace.toString()).succeeded();
      tenant.awaitDone(1);

      stack.mysimbdp(PATIENCE, "batch", "vm-cpu", "--all").succeeded();
      Rows once = tenant.gold();
      stack.mysimbdp(PATIENCE, "batch", "vm-cpu", "--all").succeeded();

      assertThat(once.differenceTo(tenant.gold().stream())).isEmpty();
      assertThat(once.size()).isPositive();
      assertThat(once.repeatedKeys()).isZero();
    }
  }
}
