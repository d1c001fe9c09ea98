package io.mysimbdp.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.mysimbdp.batch.flink.FlinkRest;
import io.mysimbdp.local.process.ProcessId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole stack, really started. */
class LocalStackIT {
  @TempDir Path home;

  @Test
  void startsRestartsWhatDiesAndLeavesNothing() throws Exception {
    StackOptions options = StackOptions.of(Project.find(), home);
    Path earlier = Files.createDirectories(home.resolve("data/zookeeper")).resolve("earlier");
    Files.writeString(earlier, "the jobs of this home's last stack");
    List<ProcessId> all;
    try (LocalStack stack = LocalStack.start(options, line -> {})) {
      FlinkRest flink = new FlinkRest(URI.create(stack.addresses().flink()));
      assertThat(freeSlots(flink)).isEqualTo(12);
      assertThat(earlier).doesNotExist();
      assertThat(StackState.readLive(home.resolve("stack.json"))).contains(stack.state());
      assertThatThrownBy(() -> LocalStack.start(options, line -> {}))
          .isInstanceOf(StackException.class)
          .hasMessageContaining("runs already");

      long killed = stack.taskManagerPids().get(0);
      ProcessHandle.of(killed).orElseThrow().destroyForcibly();
      await()
          .atMost(Duration.ofSeconds(2))
          .until(
              () ->
                  !stack.taskManagerPids().isEmpty() && !stack.taskManagerPids().contains(killed));
      await().atMost(Duration.ofSeconds(30)).until(() -> freeSlots(flink) == 12);

      all = processes(stack.state());
      assertThat(all).hasSize(5).allMatch(ProcessId::isAlive);
    }
    assertThat(all).noneMatch(ProcessId::isAlive);
    assertThat(home.resolve("stack.json")).doesNotExist();
    assertThat(home.resolve("logs/kafka.log")).isNotEmptyFile();
  }

  @Test
  void saysWhichPortIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      StackOptions options =
          StackOptions.of(Project.find(), home).with(WantedPorts.of(taken.getLocalPort(), 0, 0));
      assertThatThrownBy(() -> LocalStack.start(options, line -> {}))
          .isInstanceOf(PortTakenException.class)
          .hasMessageContaining("port " + taken.getLocalPort() + " is taken")
          .hasMessageContaining("--kafka-port");
    }
  }

  @Test
  void showsTheLogOfAServerThatDoesNotStart() throws IOException {
    // A data directory that is a file: Cassandra cannot start on it.
    Files.createDirectories(home.resolve("data/cassandra"));
    Files.writeString(home.resolve("data/cassandra/data"), "in the way");
    assertThatThrownBy(() -> LocalStack.start(StackOptions.of(Project.find(), home), line -> {}))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("Cassandra did not start")
        .hasMessageContaining(home.resolve("logs/cassandra.log").toString());
  }

  private static int freeSlots(FlinkRest flink) {
    return flink.overview().path("slots-available").asInt();
  }

  private static List<ProcessId> processes(StackState state) {
    return state.servers().stream()
        .map(StackState.ServerState::process)
        .filter(Objects::nonNull)
        .toList();
  }
}
