package io.mysimbdp.emulator.order;

import io.mysimbdp.emulator.line.Line;
import io.mysimbdp.emulator.line.Lines;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * The temporary file of an external sort: all runs behind each other. It disappears with the
 * process, however that ends, as far as the operating system allows.
 */
final class SpillFile implements Closeable {
  private static final int HEAD = 8 + 1 + 4 + 8 + 4;
  private static final int MOST_BUFFER = 1 << 18;
  private static final int LEAST_BUFFER = 1 << 12;

  private final FileChannel channel;
  private int runs;
  private int readBuffer = MOST_BUFFER;

  private SpillFile(FileChannel channel) {
    this.channel = channel;
  }

  static SpillFile create() throws IOException {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    try {
      Path file = Files.createTempFile(folder, "mysimbdp-sort-", ".lines");
      return new SpillFile(
          FileChannel.open(
              file,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE));
    } catch (IOException e) {
      throw new IOException(
          "the input does not fit into memory and no temporary file can be made in "
              + folder
              + "; give another folder with -Djava.io.tmpdir, or keep the file's order",
          e);
    }
  }

  int runs() {
    return runs;
  }

  /** Lets all runs' reading together take about this many bytes. */
  void shareBuffers(int memory) {
    readBuffer = Math.max(LEAST_BUFFER, Math.min(MOST_BUFFER, memory / Math.max(1, runs)));
  }

  /** Appends lines that are in order, and at least one. */
  SortedRun write(Lines lines) throws IOException {
    long start = channel.size();
    channel.position(start);
    ByteBuffer buffer = ByteBuffer.allocate(1 << 20);
    Line first = null;
    for (Line line = lines.next(); line != null; line = lines.next()) {
      if (first == null) {
        first = line.copy();
      }
      if (buffer.remaining() < HEAD + line.length()) {
        drain(buffer);
        if (buffer.capacity() < HEAD + line.length()) {
          buffer = ByteBuffer.allocate(HEAD + line.length());
        }
      }
      buffer
          .putLong(line.time())
          .put((byte) (line.timed() ? 1 : 0))
          .putInt(line.input())
          .putLong(line.number())
          .putInt(line.length())
          .put(line.data(), line.offset(), line.length());
    }
    drain(buffer);
    runs++;
    return new Run(first, start, channel.size());
  }

  private void drain(ByteBuffer buffer) throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    buffer.clear();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private final class Run implements SortedRun {
    private final Line first;
    private final long start;
    private final long end;

    Run(Line first, long start, long end) {
      this.first = first;
      this.start = start;
      this.end = end;
    }

    @Override
    public Line first() {
      return first;
    }

    @Override
    public Lines open() {
      return new Reading(start, end);
    }
  }

  private final class Reading implements Lines {
    private final long end;
    private final Line line = new Line();
    private long position;
    private ByteBuffer buffer = ByteBuffer.allocate(readBuffer).limit(0);

    Reading(long start, long end) {
      this.position = start;
      this.end = end;
    }

    @Override
    public Line next() throws IOException {
      if (position == end && !buffer.hasRemaining()) {
        return null;
      }
      need(HEAD);
      line.when(buffer.getLong(), buffer.get() == 1).at(buffer.getInt(), buffer.getLong());
      int length = buffer.getInt();
      need(length);
      line.show(buffer.array(), buffer.position(), length);
      buffer.position(buffer.position() + length);
      return line;
    }

    /** Java evaluates arguments from left to right, so the calls above read in written order. */
    private void need(int count) throws IOException {
      if (buffer.remaining() >= count) {
        return;
      }
      buffer.compact();
      if (buffer.capacity() < count) {
        buffer = ByteBuffer.wrap(Arrays.copyOf(buffer.array(), count)).position(buffer.position());
      }
      buffer.limit((int) Math.min(buffer.capacity(), buffer.position() + (end - position)));
      while (buffer.position() < count) {
        int read = channel.read(buffer, position);
        if (read < 0) {
          throw new IOException("the temporary file of the sort was cut short");
        }
        position += read;
      }
      buffer.flip();
    }
  }
}
