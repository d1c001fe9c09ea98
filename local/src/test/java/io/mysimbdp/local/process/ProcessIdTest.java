package io.mysimbdp.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessIdTest {
  private final ProcessId me = ProcessId.of(ProcessHandle.current());

  @Test
  void findsTheProcess() {
    assertThat(me.handle()).contains(ProcessHandle.current());
  }

  @Test
  void isNotFooledByAnotherProcessWithTheSameNumber() {
    assertThat(new ProcessId(me.pid(), me.startedAt() - 60_000).isAlive()).isFalse();
  }
}
