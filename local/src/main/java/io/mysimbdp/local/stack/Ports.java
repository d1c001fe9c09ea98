package io.mysimbdp.local.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/** Finds ports of this machine on which nobody listens. */
final class Ports {
  /** Below the ports that the usual systems give to outgoing connections. */
  private static final int FIRST = 20_000;

  private static final int LAST = 32_000;

  private final Random random = new Random();
  private final Set<Integer> given = new HashSet<>();

  /** A free port that this object has not returned before. */
  int free() {
    for (int attempt = 0; attempt < 1_000; attempt++) {
      int port = random.nextInt(FIRST, LAST);
      if (isFree(port) && given.add(port)) {
        return port;
      }
    }
    throw new IllegalStateException(
        "no free port found between " + FIRST + " and " + LAST + " after 1,000 attempts");
  }

  /**
   * The wanted port, or any free one if 0 is wanted.
   *
   * @param option how the user may ask for another, for the error
   */
  int wantedOrFree(int wanted, String option) throws PortTakenException {
    if (wanted == 0) {
      return free();
    }
    if (!isFree(wanted) || !given.add(wanted)) {
      throw new PortTakenException(wanted, option);
    }
    return wanted;
  }

  /** The preferred port if nobody has it, otherwise any free one. */
  int preferred(int port) {
    return isFree(port) && given.add(port) ? port : free();
  }

  private static boolean isFree(int port) {
    // Both: a server on the wildcard address takes it as well as one on the loopback.
    return canBind(InetAddress.getLoopbackAddress(), port) && canBind(null, port);
  }

  private static boolean canBind(InetAddress address, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(address, port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
