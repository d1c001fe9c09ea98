package io.mysimbdp.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.local.process.ProcessId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackStateTest {
  @TempDir Path directory;

  @Test
  void isReadAsItWasWritten() throws IOException {
    StackState state = ownedBy(ProcessId.of(ProcessHandle.current()));
    state.write(directory.resolve("stack.json"));
    assertThat(StackState.readLive(directory.resolve("stack.json"))).contains(state);
  }

  @Test
  void doesNotCountWhenItsOwnerIsGone() throws IOException {
    ProcessId me = ProcessId.of(ProcessHandle.current());
    ownedBy(new ProcessId(me.pid(), me.startedAt() - 60_000))
        .write(directory.resolve("stack.json"));
    assertThat(StackState.readLive(directory.resolve("stack.json"))).isEmpty();
  }

  private static StackState ownedBy(ProcessId owner) {
    return new StackState(
        StackState.Phase.UP,
        owner,
        new StackAddresses("127.0.0.1:1", "127.0.0.1:2", "http://127.0.0.1:3"),
        List.of(new StackState.ServerState("kafka", "Kafka", new ProcessId(7, 8), 1)),
        "logs",
        null);
  }
}
