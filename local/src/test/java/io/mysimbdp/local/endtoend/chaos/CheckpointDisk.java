package io.mysimbdp.local.endtoend.chaos;

import io.mysimbdp.local.endtoend.stack.Stack;
import io.mysimbdp.local.process.Directories;
import io.mysimbdp.local.stack.StackLayout;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A small file system of its own for the checkpoints of a stack, which can be filled to the last
 * byte without harm to anything else. It lies in memory; to mount it takes root, or a user
 * namespace ({@code unshare -Urm}).
 */
final class CheckpointDisk implements AutoCloseable {
  /** Many times what the checkpoints of all tenants take. */
  private static final int MEBIBYTES = 512;

  /**
   * The shell outlives signals to the tests, and takes the file system away when they have ended,
   * however they did: then its standard input is at its end.
   */
  private static final String SCRIPT =
      """
      trap '' INT TERM HUP
      mount -t tmpfs -o size=%dm mysimbdp-checkpoints "$1" || exit 1
      echo mounted
      read -r line
      umount -l "$1"
      """
          .formatted(MEBIBYTES);

  private static final long END_WITHIN_SECONDS = 30;

  private final Process shell;
  private final Path directory;

  /** Tried once in every JVM. */
  private static final class Possible {
    private static final boolean HERE = tried();

    private static boolean tried() {
      Path nowhere = null;
      try {
        nowhere = Files.createTempDirectory("mysimbdp-disk-");
        mount(nowhere).close();
        return true;
      } catch (IOException e) {
        return false;
      } finally {
        remove(nowhere);
      }
    }

    private static void remove(Path directory) {
      try {
        if (directory != null) {
          Directories.delete(directory);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot remove " + directory, e);
      }
    }
  }

  private CheckpointDisk(Process shell, Path directory) {
    this.shell = shell;
    this.directory = directory;
  }

  /** Whether file systems can be mounted here. */
  static boolean isPossible() {
    return Possible.HERE;
  }

  /** Where a stack has the checkpoints of its jobs. */
  static Path directory(Stack stack) {
    return new StackLayout(stack.commands().home()).data("flink").resolve("checkpoints");
  }

  /** Puts it under the checkpoints of all jobs that will be started on the stack. */
  static CheckpointDisk under(Stack stack) {
    try {
      return mount(Files.createDirectories(directory(stack)));
    } catch (IOException e) {
      throw new UncheckedIOException("no file system of their own for checkpoints", e);
    }
  }

  /** Puts one on an empty directory. */
  static CheckpointDisk mount(Path directory) throws IOException {
    Process shell =
        new ProcessBuilder("sh", "-c", SCRIPT, "sh", directory.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader said =
        new BufferedReader(new InputStreamReader(shell.getInputStream(), StandardCharsets.UTF_8));
    if (!"mounted".equals(said.readLine())) {
      throw new IOException("nothing can be mounted on " + directory);
    }
    return new CheckpointDisk(shell, directory);
  }

  /** Where it is mounted. */
  Path directory() {
    return directory;
  }

  /** Whether what lies there can be filled: a file system as this class makes them. */
  static boolean isUnder(Path directory) {
    try {
      return Files.getFileStore(directory).getTotalSpace() <= (long) MEBIBYTES << 20;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      shell.getOutputStream().close();
      if (!shell.waitFor(END_WITHIN_SECONDS, TimeUnit.SECONDS) || shell.exitValue() != 0) {
        throw new IOException("it is still mounted; take it away by 'umount " + directory + "'");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the file system at " + directory + " does not go away", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
