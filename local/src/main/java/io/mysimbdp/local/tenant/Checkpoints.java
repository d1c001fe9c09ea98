package io.mysimbdp.local.tenant;

import io.mysimbdp.local.process.Directories;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The retained checkpoints and savepoints of one job, in a directory of its own: {@code
 * <submission>/chk-N} and {@code savepoint-…}, each complete once it holds {@code _metadata}. Flink
 * numbers them on from the one that a job was restored from. The times of the files say nothing: to
 * go on from an old one, because a clock was set back, would write everything since a second time.
 */
final class Checkpoints {
  private static final String COMPLETE = "_metadata";
  private static final int DEPTH = 3;

  /** How Flink's metadata begin; then an int with their version, and a long with the number. */
  private static final int MAGIC = 0x4960672d;

  private Checkpoints() {}

  /** The newest complete checkpoint or savepoint. */
  static Optional<Path> newest(Path directory) throws IOException {
    Optional<Path> newest = Optional.empty();
    long highest = Long.MIN_VALUE;
    for (Path metadata : complete(directory)) {
      OptionalLong number = number(metadata);
      if (number.isPresent() && number.getAsLong() > highest) {
        highest = number.getAsLong();
        newest = Optional.of(metadata.getParent());
      }
    }
    return newest;
  }

  private static List<Path> complete(Path directory) throws IOException {
    List<Path> complete = new ArrayList<>();
    if (Files.isDirectory(directory)) {
      Files.walkFileTree(
          directory,
          EnumSet.noneOf(java.nio.file.FileVisitOption.class),
          DEPTH,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (file.getFileName().toString().equals(COMPLETE)) {
                complete.add(file);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
              return goneMeanwhile(e);
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException e)
                throws IOException {
              return e == null ? FileVisitResult.CONTINUE : goneMeanwhile(e);
            }
          });
    }
    return complete;
  }

  /** Flink removes old ones while this looks. */
  private static FileVisitResult goneMeanwhile(IOException e) throws IOException {
    if (e instanceof NoSuchFileException) {
      return FileVisitResult.CONTINUE;
    }
    throw e;
  }

  /** The number of a checkpoint; none if it was removed meanwhile. */
  private static OptionalLong number(Path metadata) throws IOException {
    try (DataInputStream in = new DataInputStream(Files.newInputStream(metadata))) {
      if (in.readInt() == MAGIC) {
        in.readInt();
        return OptionalLong.of(in.readLong());
      }
    } catch (NoSuchFileException e) {
      return OptionalLong.empty();
    } catch (EOFException e) {
      // Said below.
    }
    throw new IOException(
        metadata
            + " does not begin like the metadata of a checkpoint, so which checkpoint is the newest is"
            + " not known. If it is damaged, remove its directory; the job then goes on from another");
  }

  /**
   * Removes what lies in the directory but does not belong to this checkpoint.
   *
   * @param job the id of the job that goes on from it; what it has written is kept
   */
  static void forgetOthers(Path directory, Path checkpoint, String job) throws IOException {
    List<Path> others;
    try (Stream<Path> below = Files.list(directory)) {
      others =
          below
              .filter(path -> !checkpoint.startsWith(path))
              .filter(path -> !path.getFileName().toString().equals(job))
              .toList();
    }
    for (Path other : others) {
      Directories.delete(other);
    }
  }
}
