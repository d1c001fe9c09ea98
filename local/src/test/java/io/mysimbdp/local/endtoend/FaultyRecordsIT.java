package io.mysimbdp.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mysimbdp.local.endtoend.data.Trace;
import io.mysimbdp.local.endtoend.oracle.GateOutcome;
import io.mysimbdp.local.endtoend.oracle.Tally;
import io.mysimbdp.local.endtoend.stack.LiveTenant;
import io.mysimbdp.local.endtoend.stack.OnStack;
import io.mysimbdp.local.endtoend.stack.Stack;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records spoilt in every way that the emulator knows. */
@ExtendWith(OnStack.class)
class FaultyRecordsIT {
  static Stream<Integer> percents() {
    return LongForm.asked() ? Stream.of(5, 10, 20) : Stream.of(20);
  }

  @ParameterizedTest(name = "{0} %")
  @MethodSource("percents")
  void eachBadRecordIsADeadLetterOnceAndTheOthersCount(int percent, Stack stack) {
    Path trace = new Trace(50, 20_000, 31).write(stack.folder("trace").resolve("trace.csv"));
    try (LiveTenant tenant = LiveTenant.deployed(stack)) {
      tenant
          .emulate("--input", trace.toString(), "--faults", Double.toString(percent / 100.0))
          .succeeded();
      JsonNode ledger = tenant.awaitDone(1).get(0);

      GateOutcome expected = tenant.expected();
      tenant.has(expected);
      Tally total = expected.dataset().total();
      assertThat(total.balanced()).isTrue();
      assertThat(ledger.required("balanced").booleanValue()).as("%s", ledger).isTrue();
      assertThat(ledger.required("sent").longValue()).isEqualTo(total.sent());
      assertThat(ledger.required("rejected").longValue()).isEqualTo(total.rejected());
      assertThat(total.rejected()).isGreaterThan(total.sent() * percent / 200);
    }
  }
}
