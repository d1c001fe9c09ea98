package io.mysimbdp.local.endtoend.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The savepoints in a directory, and those that have come since this was made. */
final class Savepoints {
  private final Path directory;
  private final Set<Path> before;

  Savepoints(Path directory) {
    this.directory = directory;
    this.before = all();
  }

  private Set<Path> all() {
    try (Stream<Path> below = Files.list(directory)) {
      return below
          .filter(path -> path.getFileName().toString().startsWith("savepoint-"))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look for savepoints in " + directory, e);
    }
  }

  /** Whether one has been begun and is not complete. */
  boolean anyNewUnderWay() {
    return all().stream()
        .anyMatch(path -> !before.contains(path) && !Files.exists(path.resolve("_metadata")));
  }
}
