package io.mysimbdp.emulator.input;

import io.mysimbdp.emulator.line.Line;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts bytes into lines at LF or CRLF, without decoding them: what is no valid text must reach the
 * raw topic as it stands. Not thread-safe.
 */
final class LineReader implements Closeable {
  /** Far more than a broker takes as one record; a longer "line" means that this is no text. */
  static final int LONGEST = 16 << 20;

  private final InputStream in;
  private byte[] buffer;
  private int start;
  private int end;
  private boolean exhausted;
  private long number;

  /**
   * @param size of the buffer at first; it grows with longer lines
   */
  LineReader(InputStream in, int size) {
    this.buffer = new byte[size];
    this.in = in;
  }

  /** How many lines were read. */
  long number() {
    return number;
  }

  /** Shows the next line; false at the end. */
  boolean next(Line line) throws IOException {
    int scanned = start;
    while (true) {
      for (int i = scanned; i < end; i++) {
        if (buffer[i] == '\n') {
          show(line, i);
          start = i + 1;
          return true;
        }
      }
      scanned = end;
      if (exhausted) {
        if (start == end) {
          return false;
        }
        show(line, end);
        start = end;
        return true;
      }
      scanned -= start;
      fill();
      scanned += start;
    }
  }

  private void show(Line line, int lineEnd) {
    int length = lineEnd - start;
    if (length > 0 && buffer[lineEnd - 1] == '\r') {
      length--;
    }
    line.show(buffer, start, length);
    number++;
  }

  private void fill() throws IOException {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      start = 0;
    } else if (end == buffer.length) {
      if (end >= LONGEST) {
        throw new IOException("a line of more than " + LONGEST + " bytes");
      }
      buffer = Arrays.copyOf(buffer, end * 2);
    }
    int count = in.read(buffer, end, buffer.length - end);
    if (count < 0) {
      exhausted = true;
    } else {
      boolean first = number == 0 && end == 0;
      end += count;
      if (first) {
        skipByteOrderMark();
      }
    }
  }

  /** A byte-order mark belongs to the file's format, not to its first value. */
  private void skipByteOrderMark() {
    if (end >= 3
        && buffer[0] == (byte) 0xEF
        && buffer[1] == (byte) 0xBB
        && buffer[2] == (byte) 0xBF) {
      start = 3;
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
