package io.mysimbdp.local.endtoend;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the real samples that lie beside the project where it is developed, never inside it. */
final class SharedData {
  private SharedData() {}

  /** A file below {@code shared/data} beside a directory above this one; without it, skips. */
  static Path file(String name) {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path file = at.resolve("shared/data").resolve(name);
      if (Files.exists(file)) {
        return file;
      }
    }
    assumeTrue(false, "skipped: no directory above this one holds shared/data/" + name);
    throw new AssertionError("not reached");
  }
}
