package io.mysimbdp.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.mysimbdp.local.endtoend.data.Trace;
import io.mysimbdp.local.endtoend.oracle.GateOutcome;
import io.mysimbdp.local.endtoend.stack.CommandLine;
import io.mysimbdp.local.endtoend.stack.LiveTenant;
import io.mysimbdp.local.endtoend.stack.OnStack;
import io.mysimbdp.local.endtoend.stack.Stack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A tenant comes and goes while something is wrong. */
@ExtendWith(OnStack.class)
class DeployIT {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** A purge takes a second or two. */
  private static final Duration OFTEN = Duration.ofMillis(10);

  /** The loader's main asks Cassandra before Flink has the job, and is told that of the error. */
  @Test
  void aBrokenNetworkIsWaitedFor(Stack stack) {
    stack.links().cassandra().cut();
    CommandLine.Running deploy = stack.commands().start("deploy", "vm-cpu");
    try {
      await().atMost(PATIENCE).until(() -> Files.readString(deploy.err()).contains("HTTP 400"));
    } finally {
      stack.links().cassandra().heal();
    }
    deploy.await(PATIENCE).succeeded();
    stack.mysimbdp(PATIENCE, "deploy", "vm-cpu").succeeded();
    purge(stack).await(PATIENCE).succeeded();
  }

  @Test
  void aPurgeThatWasBrokenOffIsRunAgainAndThenAllIsNew(Stack stack) throws Exception {
    Path trace = new Trace(30, 5_000, 61).write(stack.folder("trace").resolve("trace.csv"));
    try (LiveTenant tenant = LiveTenant.deployed(stack)) {
      isExact(tenant, trace);

      CommandLine.Running broken = purge(stack);
      Path state = stack.commands().home().resolve("data/flink/checkpoints/vm-cpu.stream");
      await().atMost(PATIENCE).pollInterval(OFTEN).until(() -> Files.notExists(state));
      broken.process().destroyForcibly().waitFor();
      assertThat(stack.mysimbdp(PATIENCE, "deploy", "vm-cpu").ended(2).err())
          .contains("./mysimbdp undeploy vm-cpu --purge");

      purge(stack).await(PATIENCE).succeeded();
      stack.mysimbdp(PATIENCE, "deploy", "vm-cpu").succeeded();
      isExact(tenant, trace);
    }
  }

  private static CommandLine.Running purge(Stack stack) {
    return stack.commands().start("undeploy", "vm-cpu", "--purge");
  }

  /** A dataset of a name that is the same each time. */
  private static void isExact(LiveTenant tenant, Path trace) {
    tenant.emulate("--input", trace.toString(), "--dataset", "same").succeeded();
    JsonNode ledger = tenant.awaitDone(1).get(0);
    assertThat(ledger.required("balanced").booleanValue()).as("%s", ledger).isTrue();
    GateOutcome expected = tenant.expected();
    tenant.has(expected).hasGold(expected);
  }
}
