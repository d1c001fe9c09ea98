package io.mysimbdp.local.endtoend.link;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** How the bytes of one direction are cut into pieces. */
interface Chunks {
  /** The next piece, not empty; empty at the end. */
  byte[] next(DataInputStream in, Connection connection) throws IOException;

  /** As they come. */
  static Chunks ofBytes() {
    return (in, connection) -> {
      byte[] buffer = new byte[1 << 16];
      int count = in.read(buffer);
      return count < 0 ? new byte[0] : Arrays.copyOf(buffer, count);
    };
  }

  /** One request after the other, less those that the watch takes out. */
  static Chunks ofKafkaRequests(RequestWatch watch) {
    return (in, connection) -> {
      while (true) {
        byte[] frame = frame(in);
        if (frame.length == 0) {
          return frame;
        }
        RequestWatch.Fate fate = watch.see(new KafkaRequest(frame));
        if (fate == RequestWatch.Fate.PASS_UNANSWERED) {
          connection.leaveUnanswered();
        }
        if (fate != RequestWatch.Fate.SWALLOW) {
          return frame;
        }
      }
    };
  }

  private static byte[] frame(DataInputStream in) throws IOException {
    int size;
    try {
      size = in.readInt();
    } catch (EOFException e) {
      return new byte[0];
    }
    byte[] frame = new byte[Integer.BYTES + size];
    ByteBuffer.wrap(frame).putInt(size);
    in.readFully(frame, Integer.BYTES, size);
    return frame;
  }
}
