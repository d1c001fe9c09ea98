package io.mysimbdp.local.endtoend.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A port of this process that leads to a server. What passes can be held up, delayed and broken off
 * without either side being told.
 */
public final class Link implements AutoCloseable {
  private final ServerSocket listening;
  private final Chunks fromClients;
  private final Road road = new Road();
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile InetSocketAddress server;

  private Link(Chunks fromClients) {
    this.fromClients = fromClients;
    try {
      this.listening = new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException("no port for a link", e);
    }
    Daemon.named("link-" + port(), this::accept).start();
  }

  /** Any bytes. */
  public static Link ofBytes() {
    return new Link(Chunks.ofBytes());
  }

  /** Requests of Kafka clients, each of which is shown to a watch. */
  public static Link ofKafka(RequestWatch watch) {
    return new Link(Chunks.ofKafkaRequests(watch));
  }

  /** Where clients connect. */
  public int port() {
    return listening.getLocalPort();
  }

  /**
   * Says where it leads; until then nobody is let in.
   *
   * @param address {@code HOST:PORT}
   */
  public void leadTo(String address) {
    String[] parts = address.split(":", 2);
    server = new InetSocketAddress(parts[0], Integer.parseInt(parts[1]));
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        if (server == null || road.isCut()) {
          road.refused();
          Connection.reset(client);
        } else {
          Connection.open(client, server, fromClients, road, connections);
        }
      } catch (IOException e) {
        // The client has gone, there is no server at the moment, or this has been closed.
      }
    }
  }

  /** How many connections there are. */
  public int connections() {
    return connections.size();
  }

  /**
   * From now on nothing passes, and new connections are broken off. What is under way arrives when
   * this is over, however late, unless its connection is reset.
   */
  public void cut() {
    road.cut();
  }

  /** From now on each piece that passes, in either direction, arrives so much later. */
  public void delay(Duration by) {
    road.delay(by);
  }

  /** Breaks off all connections at once; new ones are let in. */
  public int reset() {
    int count = 0;
    for (Connection connection : connections) {
      connection.reset();
      count++;
    }
    return count;
  }

  /** Everything passes again. */
  public void heal() {
    road.heal();
  }

  /** What it has done since it was last cut or told to delay. */
  public Disturbance disturbance() {
    return road.disturbance();
  }

  /** Stays as it is for so long, or until it is closed. */
  public void remain(Duration span) throws InterruptedException {
    boolean unused = closed.await(span.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close a link", e);
    }
    reset();
    heal();
  }
}
