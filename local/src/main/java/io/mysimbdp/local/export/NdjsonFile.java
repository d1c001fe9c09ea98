package io.mysimbdp.local.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of JSON objects, one a line. */
final class NdjsonFile implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final OutputStream out;
  private long rows;

  private NdjsonFile(OutputStream out) {
    this.out = out;
  }

  /** Creates the file and its directory; what it held before is gone. */
  static NdjsonFile create(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    return new NdjsonFile(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
  }

  /**
   * Appends one object.
   *
   * @param json on one line
   */
  void add(byte[] json) throws IOException {
    out.write(json);
    out.write('\n');
    rows++;
  }

  /** How many objects were added. */
  long rows() {
    return rows;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
