package io.mysimbdp.local.endtoend;

import io.mysimbdp.local.endtoend.data.Trace;
import io.mysimbdp.local.endtoend.oracle.FileOracle;
import io.mysimbdp.local.endtoend.oracle.Tally;
import io.mysimbdp.local.endtoend.stack.OnStack;
import io.mysimbdp.local.endtoend.stack.Stack;
import io.mysimbdp.local.endtoend.stack.VmCpuRun;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many machines, ten readings and more of each in a window, unevenly spread. */
@ExtendWith(OnStack.class)
class SyntheticReadingsIT {
  @Test
  void allSilverAndGoldAreExactToTheLastBit(Stack stack) {
    int vms = LongForm.either(500, 2_000);
    int readings = LongForm.either(200_000, 5_000_000);
    Path trace = new Trace(vms, readings, 7).write(stack.folder("trace").resolve("trace.csv"));
    FileOracle oracle = FileOracle.of(List.of(trace));

    VmCpuRun.of(stack, trace)
        .export()
        .has(oracle.analytics(), oracle.finalEnd())
        .hasLedger(new Tally(oracle.readings(), oracle.readings(), 0, 0));
  }
}
