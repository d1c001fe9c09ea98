package io.mysimbdp.local.endtoend.chaos;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Whether a server takes connections. */
final class Reachable {
  private static final int TIMEOUT_MS = 1_000;

  private Reachable() {}

  /**
   * Whether it does now.
   *
   * @param address {@code HOST:PORT}
   */
  static boolean is(String address) {
    String[] parts = address.split(":", 2);
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(parts[0], Integer.parseInt(parts[1])), TIMEOUT_MS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
