package io.mysimbdp.local.endtoend;

import io.mysimbdp.local.endtoend.data.Trace;
import io.mysimbdp.local.endtoend.oracle.FileOracle;
import io.mysimbdp.local.endtoend.oracle.Tally;
import io.mysimbdp.local.endtoend.stack.OnStack;
import io.mysimbdp.local.endtoend.stack.Stack;
import io.mysimbdp.local.endtoend.stack.VmCpuRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** However the work is spread and however fast it comes, the results are the same. */
@ExtendWith(OnStack.class)
class SameResultsEverywhereIT {
  private static final int READINGS = 20_000;
  private static final int THROTTLED = 4_000;

  /** Parallelism, partitions, rate; more parallelism than partitions among them. */
  static Stream<Arguments> spreads() {
    if (!LongForm.asked()) {
      return Stream.of(Arguments.of(1, 7, Integer.toString(THROTTLED)), Arguments.of(3, 1, "max"));
    }
    List<Arguments> all = new ArrayList<>();
    for (int parallelism : new int[] {1, 2, 3}) {
      for (int partitions : new int[] {1, 4, 7}) {
        all.add(Arguments.of(parallelism, partitions, "max"));
        all.add(Arguments.of(parallelism, partitions, Integer.toString(THROTTLED)));
      }
    }
    return all.stream();
  }

  @ParameterizedTest(name = "parallelism {0}, {1} partitions, rate {2}")
  @MethodSource("spreads")
  void silverAndGoldAreTheSame(int parallelism, int partitions, String rate, Stack stack) {
    Path trace = new Trace(60, READINGS, 11).write(stack.folder("trace").resolve("trace.csv"));
    run(stack, trace, parallelism, partitions, rate);
  }

  @ParameterizedTest(name = "parallelism {0}")
  @MethodSource("parallelisms")
  void partitionsThatHoldOnlyTheirMarkersHoldNothingBack(int parallelism, Stack stack) {
    Path trace = new Trace(1, 200, 13).write(stack.folder("trace").resolve("one-vm.csv"));
    run(stack, trace, parallelism, 7, "max");
  }

  static Stream<Integer> parallelisms() {
    return LongForm.asked() ? Stream.of(1, 2, 3) : Stream.of(3);
  }

  private static void run(Stack stack, Path trace, int parallelism, int partitions, String rate) {
    FileOracle oracle = FileOracle.of(List.of(trace));
    VmCpuRun.of(
            stack,
            trace,
            "--parallelism",
            Integer.toString(parallelism),
            "--partitions",
            Integer.toString(partitions),
            "--rate",
            rate)
        .export()
        .has(oracle.analytics(), oracle.finalEnd())
        .hasLedger(new Tally(oracle.readings(), oracle.readings(), 0, 0));
  }
}
