package io.mysimbdp.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.mysimbdp.local.endtoend.oracle.GateOutcome;
import io.mysimbdp.local.endtoend.stack.LiveTenant;
import io.mysimbdp.local.endtoend.stack.OnStack;
import io.mysimbdp.local.endtoend.stack.RawProducer;
import io.mysimbdp.local.endtoend.stack.Stack;
import io.mysimbdp.local.stack.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Partitions that fall silent in the middle of a dataset hold the others back for {@code
 * idle_after}, here two seconds, and no longer; what comes when they are back is in time or counted
 * as late.
 */
@ExtendWith(OnStack.class)
class SilentPartitionIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int CLOSE = 3_600;
  private static final int SILENCE_FROM = 600;

  @Test
  void theWindowsOfTheOthersCloseAndWhatComesBackIsCounted(Stack stack) throws IOException {
    Path tenants = withIdleAfter(stack);
    try (LiveTenant tenant = LiveTenant.deployed(stack, "--tenants", tenants.toString());
        RawProducer producer = tenant.producer()) {
      producer.begin("with-a-silence", 0, CLOSE);
      long[] sent = new long[producer.partitions()];
      for (int second = 0; second < 2_000; second += 5) {
        producer.reading(0, "vm-talking", second, second % 100);
        sent[0]++;
        if (second < SILENCE_FROM) {
          producer.reading(0, "vm-falls-silent", second, 10);
          sent[0]++;
          producer.reading(1, "vm-in-a-silent-partition", second, 20);
          sent[1]++;
        }
      }

      // 1,800 is the last window end at which vm-talking is 30 s past; nothing else moves time.
      await().atMost(PATIENCE).until(() -> silver(tenant) >= 10 + 4 + 4);

      producer.reading(1, "vm-in-a-silent-partition", SILENCE_FROM, 30);
      producer.reading(1, "vm-in-a-silent-partition", 1_990, 40);
      sent[1] += 2;
      for (int partition = 0; partition < sent.length; partition++) {
        producer.end("with-a-silence", partition, 0, CLOSE, sent[partition]);
      }
      JsonNode ledger = tenant.awaitDone(1).get(0);

      GateOutcome expected = tenant.expected();
      tenant.has(expected);
      assertThat(expected.dataset().total().late()).isOne();
      assertThat(ledger.required("balanced").booleanValue()).as("%s", ledger).isTrue();
    }
  }

  private static long silver(LiveTenant tenant) {
    AtomicLong rows = new AtomicLong();
    tenant.kafka().forEach(tenant.name() + ".silver.vm_cpu_windows", r -> rows.incrementAndGet());
    return rows.get();
  }

  private static Path withIdleAfter(Stack stack) throws IOException {
    Path checkedIn = Project.find().tenants().resolve("vm-cpu");
    Path tenants = stack.folder("tenants-with-idle-after");
    Path folder = Files.createDirectories(tenants.resolve("vm-cpu"));
    String definition = Files.readString(checkedIn.resolve("tenant.yaml"));
    Files.writeString(
        folder.resolve("tenant.yaml"),
        definition.replace(
            "    out_of_orderness: 30s\n", "    out_of_orderness: 30s\n    idle_after: 2s\n"));
    Files.copy(checkedIn.resolve("vm_cpu_reading.avsc"), folder.resolve("vm_cpu_reading.avsc"));
    return tenants;
  }
}
