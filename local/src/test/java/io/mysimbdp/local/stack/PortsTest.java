package io.mysimbdp.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {
  @Test
  void areAllDifferent() {
    Ports ports = new Ports();
    assertThat(IntStream.range(0, 50).map(i -> ports.free()).toArray()).doesNotHaveDuplicates();
  }

  @Test
  void aTakenPortIsRefusedIfWantedAndAvoidedIfOnlyPreferred() throws IOException {
    for (InetAddress address : new InetAddress[] {InetAddress.getLoopbackAddress(), null}) {
      try (ServerSocket taken = new ServerSocket(0, 1, address)) {
        int port = taken.getLocalPort();
        assertThatThrownBy(() -> new Ports().wantedOrFree(port, "--kafka-port"))
            .isInstanceOf(PortTakenException.class)
            .hasMessageContaining("port " + port + " is taken")
            .hasMessageContaining("--kafka-port");
        assertThat(new Ports().preferred(port)).isNotEqualTo(port);
      }
    }
  }

  @Test
  void oneWantedPortCannotServeTwice() throws PortTakenException {
    Ports ports = new Ports();
    int port = new Ports().free();
    assertThat(ports.wantedOrFree(port, "--kafka-port")).isEqualTo(port);
    assertThatThrownBy(() -> ports.wantedOrFree(port, "--flink-port"))
        .isInstanceOf(PortTakenException.class);
  }
}
