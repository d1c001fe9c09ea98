package io.mysimbdp.local.supervisor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Passes on the lines that another process appends to a file. */
final class Tail {
  private final Path file;
  private final Consumer<String> lines;
  private int passed;

  Tail(Path file, Consumer<String> lines) {
    this.file = file;
    this.lines = lines;
  }

  Path file() {
    return file;
  }

  /** Passes on what is new and ends with a line break. The file is small and read as a whole. */
  void forward() throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    String text = Files.readString(file, StandardCharsets.UTF_8);
    int end = text.lastIndexOf('\n') + 1;
    if (end > passed) {
      text.substring(passed, end).lines().filter(l -> l.endsWith("is up")).forEach(lines);
      passed = end;
    }
  }
}
