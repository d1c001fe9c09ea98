package io.mysimbdp.local.endtoend.link;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * What goes from one socket to another: read by one thread, written by another, so that pieces can
 * be under way between them.
 */
final class Direction {
  /** How many pieces can be under way. */
  private static final int UNDER_WAY = 256;

  /**
   * A piece of what passes.
   *
   * @param bytes empty at the end of it all
   * @param due when it may arrive, as {@link System#nanoTime}
   */
  private record Piece(ByteBuffer bytes, long due) {
    Piece(byte[] bytes, long due) {
      this(ByteBuffer.wrap(bytes), due);
    }

    boolean isEnd() {
      return bytes.capacity() == 0;
    }
  }

  private final Socket from;
  private final Socket to;
  private final Chunks chunks;
  private final Road road;
  private final Connection connection;
  private final BlockingQueue<Piece> underWay = new ArrayBlockingQueue<>(UNDER_WAY);
  private final Thread reader = Daemon.named("link-read", this::read);
  private final Thread writer = Daemon.named("link-write", this::write);
  private volatile boolean discarding;
  private volatile boolean ended;

  Direction(Socket from, Socket to, Chunks chunks, Road road, Connection connection) {
    this.from = from;
    this.to = to;
    this.chunks = chunks;
    this.road = road;
    this.connection = connection;
  }

  void start() {
    writer.start();
    reader.start();
  }

  void stop() {
    reader.interrupt();
    writer.interrupt();
  }

  /** From now on nothing of it arrives. */
  void discard() {
    discarding = true;
  }

  boolean hasEnded() {
    return ended;
  }

  private void read() {
    try {
      try {
        DataInputStream in =
            new DataInputStream(new BufferedInputStream(from.getInputStream(), 1 << 16));
        byte[] next = chunks.next(in, connection);
        while (next.length > 0) {
          underWay.put(new Piece(next, road.due()));
          next = chunks.next(in, connection);
        }
      } catch (IOException e) {
        // Broken off: the other side hears of it as of an end, after what was sent before.
      }
      underWay.put(new Piece(new byte[0], road.due()));
    } catch (InterruptedException e) {
      // Reset: nobody waits for the rest.
    } catch (RuntimeException e) {
      connection.reset();
      throw e;
    }
  }

  private void write() {
    try {
      OutputStream out = to.getOutputStream();
      Piece piece = underWay.take();
      while (!piece.isEnd()) {
        await(piece);
        if (!discarding) {
          out.write(piece.bytes().array());
        }
        piece = underWay.take();
      }
      await(piece);
      to.shutdownOutput();
      ended = true;
      connection.ended();
    } catch (IOException e) {
      connection.reset();
    } catch (InterruptedException e) {
      // Reset.
    }
  }

  private void await(Piece piece) throws InterruptedException {
    // Not a wait for something to happen: the delay is what this is for.
    TimeUnit.NANOSECONDS.sleep(piece.due() - System.nanoTime());
    road.pass();
  }
}
