package io.mysimbdp.emulator.input;

import io.mysimbdp.emulator.line.Line;
import io.mysimbdp.emulator.line.Lines;
import io.mysimbdp.platform.definition.EventTime;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.time.Instant;

/**
 * The records of one file as they stand there, with their event times. A record is a line; an empty
 * line is none, and is counted. A quoted CSV field may not hold a line break.
 */
public final class FileLines implements Lines {
  /** The year 9999: what lies beyond has no ISO form and is refused by the stream job. */
  private static final long FARTHEST = 253_402_300_799_999_999L;

  private final InputFile file;
  private final FileChannel channel;
  private final LineReader reader;
  private final Line line = new Line();
  private Line first;
  private final long earliest;
  private final long latest;
  private long time = Long.MIN_VALUE;
  private long emptyLines;

  FileLines(InputFile file, FileChannel channel, LineReader reader) {
    this.file = file;
    this.channel = channel;
    this.reader = reader;
    EventTime eventTime = file.stream().eventTime();
    this.earliest = eventTime.earliest() == null ? -FARTHEST : micros(eventTime.earliest());
    this.latest = eventTime.latest() == null ? FARTHEST : micros(eventTime.latest()) + 999;
  }

  private static long micros(Instant instant) {
    return instant.toEpochMilli() * 1000;
  }

  /** The first line, or null if the file is empty; it is still to come as a record. */
  Line peek() throws IOException {
    first = take();
    return first;
  }

  /** Leaves out the line that was looked at. */
  void skipPeeked() {
    first = null;
  }

  @Override
  public Line next() throws IOException {
    if (take() == null) {
      file.readToEnd(emptyLines);
      return null;
    }
    long own = file.format().eventMicros(line);
    boolean timed = own >= earliest && own <= latest;
    if (timed) {
      time = own;
    }
    return line.at(file.index(), reader.number()).when(time, timed);
  }

  private Line take() throws IOException {
    if (first != null) {
      first = null;
      return line;
    }
    try {
      while (reader.next(line)) {
        if (line.length() > 0) {
          return line;
        }
        emptyLines++;
      }
      return null;
    } catch (IOException e) {
      throw new IOException(
          "input %s breaks off after line %d: %s. The file is damaged or incomplete; nothing after that line can be read"
              .formatted(file.path(), reader.number(), e.getMessage()),
          e);
    }
  }

  /** How many bytes of the file, as it lies on the disk, were read so far. */
  public long position() throws IOException {
    return channel.position();
  }

  @Override
  public void close() throws IOException {
    reader.close();
    channel.close();
  }
}
