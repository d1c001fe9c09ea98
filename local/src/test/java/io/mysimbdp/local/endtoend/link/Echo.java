package io.mysimbdp.local.endtoend.link;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that sends back each byte, and counts. */
final class Echo implements AutoCloseable {
  private final ServerSocket listening;
  private final AtomicInteger received = new AtomicInteger();

  Echo() throws IOException {
    listening = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    Daemon.named("echo", this::accept).start();
  }

  int port() {
    return listening.getLocalPort();
  }

  int received() {
    return received.get();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        Daemon.named("echo-client", () -> echo(client)).start();
      } catch (IOException e) {
        // Closed.
      }
    }
  }

  private void echo(Socket client) {
    try (client) {
      int value = client.getInputStream().read();
      while (value >= 0) {
        received.incrementAndGet();
        client.getOutputStream().write(value);
        value = client.getInputStream().read();
      }
    } catch (IOException e) {
      // The client is gone.
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
