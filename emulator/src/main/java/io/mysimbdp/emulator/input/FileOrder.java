package io.mysimbdp.emulator.input;

import io.mysimbdp.emulator.line.Line;
import io.mysimbdp.emulator.line.Lines;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/** The lines of files one after the other, as they stand. */
public final class FileOrder implements Lines {
  private final Iterator<InputFile> files;
  private FileLines current;

  /** Reads these files in this order. */
  public FileOrder(List<InputFile> files) {
    this.files = files.iterator();
  }

  @Override
  public Line next() throws IOException {
    while (true) {
      if (current != null) {
        Line line = current.next();
        if (line != null) {
          return line;
        }
        close();
      }
      if (!files.hasNext()) {
        return null;
      }
      current = files.next().open();
    }
  }

  @Override
  public void close() throws IOException {
    if (current != null) {
      current.close();
      current = null;
    }
  }
}
