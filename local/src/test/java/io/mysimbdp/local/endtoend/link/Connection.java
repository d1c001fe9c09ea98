package io.mysimbdp.local.endtoend.link;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Set;

/** A client's connection and the one to the server that belongs to it. */
final class Connection {
  private static final int CONNECT_MS = 5_000;

  private final Socket client;
  private final Socket server;
  private final Direction there;
  private final Direction back;
  private final Set<Connection> all;

  private Connection(
      Socket client, Socket server, Chunks fromClient, Road road, Set<Connection> all) {
    this.client = client;
    this.server = server;
    this.all = all;
    this.there = new Direction(client, server, fromClient, road, this);
    this.back = new Direction(server, client, Chunks.ofBytes(), road, this);
  }

  /** Connects a client to the server. */
  static void open(
      Socket client, InetSocketAddress address, Chunks fromClient, Road road, Set<Connection> all)
      throws IOException {
    Socket server = new Socket();
    try {
      server.connect(address, CONNECT_MS);
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
    } catch (IOException e) {
      reset(client);
      server.close();
      throw e;
    }
    Connection connection = new Connection(client, server, fromClient, road, all);
    all.add(connection);
    connection.there.start();
    connection.back.start();
  }

  /** Nothing of what the server says from now on reaches the client. */
  void leaveUnanswered() {
    back.discard();
  }

  /** One direction has come to its end. */
  void ended() {
    if (there.hasEnded() && back.hasEnded()) {
      close();
    }
  }

  /** Breaks both off, whatever is under way. */
  void reset() {
    reset(client);
    reset(server);
    there.stop();
    back.stop();
    all.remove(this);
  }

  private void close() {
    try {
      client.close();
      server.close();
    } catch (IOException e) {
      // They are as good as closed.
    }
    all.remove(this);
  }

  /** Closes a socket so that the other side is told by RST. */
  static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      // It is closed already.
    }
    try {
      socket.close();
    } catch (IOException e) {
      // It is as good as closed.
    }
  }
}
