package io.mysimbdp.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.local.endtoend.data.Trace;
import io.mysimbdp.local.endtoend.stack.OnStack;
import io.mysimbdp.local.endtoend.stack.Stack;
import io.mysimbdp.local.endtoend.stack.VmCpuRun;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records that come up to twenty minutes behind their time, thousands of them too late. */
@ExtendWith(OnStack.class)
class LateRecordsIT {
  static Stream<Integer> parallelisms() {
    return LongForm.asked() ? Stream.of(1, 2, 3) : Stream.of(2);
  }

  @ParameterizedTest(name = "parallelism {0}")
  @MethodSource("parallelisms")
  void lateRecordsSilverAndGoldFollowFromTheRawTopicAlone(int parallelism, Stack stack) {
    Path folder = stack.folder("trace");
    Path trace = new Trace(100, LongForm.either(50_000, 500_000), 17).write(folder.resolve("t"));
    Path delayed = Trace.delayed(trace, folder.resolve("delayed.csv"), 19);

    VmCpuRun.Judged run =
        VmCpuRun.of(
                stack, delayed, "--order", "file", "--parallelism", Integer.toString(parallelism))
            .judged()
            .holds();

    assertThat(run.expected().late().size()).isGreaterThan(2_000);
  }
}
