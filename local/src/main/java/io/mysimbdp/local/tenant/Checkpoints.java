package io.mysimbdp.local.tenant;

import io.mysimbdp.local.stack.Directories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The retained checkpoints and savepoints of one job, in a directory of its own: {@code
 * <submission>/chk-N} and {@code savepoint-…}, each complete once it holds {@code _metadata}.
 */
final class Checkpoints {
  private static final String COMPLETE = "_metadata";

  private Checkpoints() {}

  /** The newest complete checkpoint or savepoint. */
  static Optional<Path> newest(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.walk(directory, 3)) {
      return files
          .filter(file -> file.getFileName().toString().equals(COMPLETE))
          .max(Comparator.comparing(Checkpoints::time))
          .map(Path::getParent);
    }
  }

  private static FileTime time(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      // Removed meanwhile, as Flink does with old ones.
      return FileTime.fromMillis(0);
    }
  }

  /** Removes what lies in the directory but does not belong to this checkpoint. */
  static void forgetOlder(Path directory, Path checkpoint) throws IOException {
    List<Path> others;
    try (Stream<Path> below = Files.list(directory)) {
      others = below.filter(path -> !checkpoint.startsWith(path)).toList();
    }
    for (Path other : others) {
      if (time(other).compareTo(time(checkpoint)) < 0) {
        Directories.delete(other);
      }
    }
  }
}
