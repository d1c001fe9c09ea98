package io.mysimbdp.emulator.input;

import io.mysimbdp.emulator.format.FlatCsv;
import io.mysimbdp.emulator.format.LineFormat;
import io.mysimbdp.emulator.line.Line;
import io.mysimbdp.platform.definition.RawStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** One of the files to replay. It may be read several times; each reading starts at its front. */
public final class InputFile {
  private final int index;
  private final Path path;
  private final RawStream stream;
  private final boolean header;
  private final int buffer;
  private LineFormat format;
  private long emptyLines;

  /**
   * @param index the place among the inputs, from 0
   * @param header whether the first line names the columns; otherwise it does if most of its cells
   *     are names of columns, and else they come as in the schema
   * @param buffer how many bytes to read at a time
   */
  public InputFile(int index, Path path, RawStream stream, boolean header, int buffer) {
    this.index = index;
    this.path = path;
    this.stream = stream;
    this.header = header;
    this.buffer = buffer;
  }

  /** The place among the inputs, from 0. */
  public int index() {
    return index;
  }

  /** Where the file lies. */
  public Path path() {
    return path;
  }

  /** The raw stream that the file is for. */
  public RawStream stream() {
    return stream;
  }

  /** How its lines are read; known once the file has been opened. */
  public LineFormat format() {
    return format;
  }

  /** How many empty lines the file has; known once it has been read to its end. */
  public long emptyLines() {
    return emptyLines;
  }

  void readToEnd(long empty) {
    emptyLines = empty;
  }

  /** Size in bytes as it lies on the disk. */
  public long size() throws IOException {
    return Files.size(path);
  }

  /**
   * Makes sure that the file is there and begins as it should.
   *
   * @throws IOException with a message for the person who named the file
   */
  public void check() throws IOException {
    if (!Files.exists(path)) {
      throw new IOException("input " + path + " does not exist");
    }
    if (!Files.isRegularFile(path)) {
      throw new IOException(
          "input " + path + " is not a file; it must be one, as it is read more than once");
    }
    if (!Files.isReadable(path)) {
      throw new IOException("input " + path + " may not be read: no permission");
    }
    open().close();
  }

  /** Opens the file at its front. */
  public FileLines open() throws IOException {
    FileInputStream file = new FileInputStream(path.toFile());
    try {
      FileLines lines =
          new FileLines(this, file.getChannel(), new LineReader(unpacked(file), buffer));
      Line first = lines.peek();
      boolean named = first != null && (header || FlatCsv.isHeader(stream, first));
      if (format == null) {
        format = named ? FlatCsv.withHeader(stream, first) : new FlatCsv(stream);
      }
      if (named) {
        lines.skipPeeked();
      }
      return lines;
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private InputStream unpacked(FileInputStream file) throws IOException {
    if (!path.getFileName().toString().endsWith(".gz")) {
      return file;
    }
    if (size() == 0) {
      return InputStream.nullInputStream();
    }
    try {
      return new GZIPInputStream(file, buffer);
    } catch (ZipException e) {
      throw new IOException(
          "input " + path + " is not a gzip file although its name ends with .gz", e);
    }
  }
}
