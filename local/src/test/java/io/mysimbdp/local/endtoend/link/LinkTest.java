package io.mysimbdp.local.endtoend.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkTest {
  private static final int NOTHING_COMES_MS = 150;

  private Echo echo;
  private Link link;

  @BeforeEach
  void connect() throws IOException {
    echo = new Echo();
    link = Link.ofBytes();
    link.leadTo("127.0.0.1:" + echo.port());
  }

  @AfterEach
  void close() throws IOException {
    link.close();
    echo.close();
  }

  private Socket client() throws IOException {
    Socket client = new Socket(InetAddress.getLoopbackAddress(), link.port());
    client.setSoTimeout(10_000);
    return client;
  }

  private static void send(Socket client, int value) throws IOException {
    client.getOutputStream().write(value);
  }

  private static int receive(Socket client) throws IOException {
    return client.getInputStream().read();
  }

  private static void receiveNothing(Socket client) throws IOException {
    client.setSoTimeout(NOTHING_COMES_MS);
    assertThatThrownBy(() -> receive(client)).isInstanceOf(SocketTimeoutException.class);
    client.setSoTimeout(10_000);
  }

  @Test
  void passesBothWaysAndTheEndToo() throws IOException {
    try (Socket client = client()) {
      send(client, 7);
      assertThat(receive(client)).isEqualTo(7);
      client.shutdownOutput();
      assertThat(receive(client)).isEqualTo(-1);
    }
    await().until(() -> link.connections() == 0);
  }

  @Test
  void nothingPassesWhileItIsCutAndWhatWasSentArrivesLater() throws IOException {
    try (Socket client = client()) {
      send(client, 1);
      assertThat(receive(client)).isEqualTo(1);
      link.cut();
      send(client, 2);
      receiveNothing(client);
      assertThat(echo.received()).isEqualTo(1);
      assertThatThrownBy(
              () -> {
                try (Socket late = client()) {
                  late.getOutputStream().write(3);
                  int read = receive(late);
                  throw new AssertionError("let in, and answered " + read);
                }
              })
          .isInstanceOf(SocketException.class);
      await().until(() -> link.disturbance().equals(new Disturbance(1, 1, 0)));
      link.heal();
      assertThat(receive(client)).isEqualTo(2);
    }
  }

  @Test
  void eachWayTakesAsLongAsTheDelay() throws IOException {
    try (Socket client = client()) {
      send(client, 1);
      assertThat(receive(client)).isEqualTo(1);
      link.delay(Duration.ofMillis(100));
      long before = System.nanoTime();
      send(client, 2);
      assertThat(receive(client)).isEqualTo(2);
      assertThat(Duration.ofNanos(System.nanoTime() - before))
          .isGreaterThanOrEqualTo(Duration.ofMillis(200));
      link.heal();
      assertThat(link.disturbance().delayed()).isEqualTo(2);
    }
  }

  @Test
  void aResetIsTheEndOfConnectionsButNotOfTheLink() throws IOException {
    try (Socket client = client()) {
      send(client, 1);
      assertThat(receive(client)).isEqualTo(1);
      assertThat(link.reset()).isEqualTo(1);
      assertThatThrownBy(() -> receive(client)).isInstanceOf(SocketException.class);
      assertThat(link.connections()).isZero();
    }
    try (Socket again = client()) {
      send(again, 4);
      assertThat(receive(again)).isEqualTo(4);
    }
  }

  @Test
  void aClientThatDiesDuringACutIsMissedLater() throws IOException {
    try (Socket client = client()) {
      send(client, 1);
      assertThat(receive(client)).isEqualTo(1);
      link.cut();
      send(client, 2);
    }
    await().until(() -> link.disturbance().held() == 1);
    assertThat(echo.received()).isEqualTo(1);
    link.heal();
    await().until(() -> echo.received() == 2);
    await().until(() -> link.connections() == 0);
  }
}
