package io.mysimbdp.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mysimbdp.local.endtoend.oracle.FileOracle;
import io.mysimbdp.local.endtoend.oracle.Tally;
import io.mysimbdp.local.endtoend.stack.Export;
import io.mysimbdp.local.endtoend.stack.OnStack;
import io.mysimbdp.local.endtoend.stack.Stack;
import io.mysimbdp.local.endtoend.stack.VmCpuRun;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A hundred real readings of a hundred machines, all at one instant. */
@ExtendWith(OnStack.class)
class AzureSampleIT {
  @Test
  void aHundredReadingsGiveAHundredWindowsAndAHundredRecommendations(Stack stack) {
    Path sample = SharedData.file("azure-vm/vm_cpu_readings-file-1-of-125.csv.gz");
    FileOracle oracle = FileOracle.of(List.of(sample));

    Export export = VmCpuRun.of(stack, sample).export();

    export.has(oracle.analytics(), oracle.finalEnd()).hasLedger(new Tally(100, 100, 0, 0));
    JsonNode ledger = export.ledger();
    assertThat(ledger.required("silver").required("vm_cpu_windows").longValue()).isEqualTo(100);
    assertThat(ledger.required("gold").required("vm_recommendations").longValue()).isEqualTo(100);
  }
}
