package io.mysimbdp.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The directory in which the servers of one owner log: {@code NAME.log} is written by a server's
 * own logging, {@code NAME.out} is what it prints. The files of the run before are kept in {@code
 * previous/}. What a server puts down for a while, such as the native libraries that it unpacks and
 * cannot remove if it is killed, lies in {@code tmp/}.
 */
public record LogFiles(Path directory) {
  private static final int TAIL_BYTES = 16 * 1024;

  /**
   * Creates the directory, moves what lies in it to {@code previous/}, and empties {@code tmp/}.
   */
  public void rotate() throws IOException {
    Directories.empty(temporary());
    Path previous = directory.resolve("previous");
    Files.createDirectories(previous);
    try (Stream<Path> old = Files.list(previous)) {
      for (Path file : old.toList()) {
        Files.delete(file);
      }
    }
    try (Stream<Path> last = Files.list(directory)) {
      for (Path file : last.filter(Files::isRegularFile).toList()) {
        Files.move(file, previous.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /** Where servers put what they need for a while. */
  Path temporary() {
    return directory.resolve("tmp");
  }

  /** What a server's logging writes to. */
  public Path log(String name) {
    return directory.resolve(name + ".log");
  }

  /** What a server prints. */
  public Path out(String name) {
    return directory.resolve(name + ".out");
  }

  /** The last lines of what a server logged and printed, for an error message. */
  public String tail(String name, int lines) {
    return Stream.of(log(name), out(name))
        .map(file -> lastLines(file, lines))
        .flatMap(List::stream)
        .map(line -> "    " + line)
        .collect(Collectors.joining("\n"));
  }

  private static List<String> lastLines(Path file, int count) {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      int length = (int) Math.min(TAIL_BYTES, in.length());
      byte[] end = new byte[length];
      in.seek(in.length() - length);
      in.readFully(end);
      List<String> all = new String(end, StandardCharsets.UTF_8).lines().toList();
      return all.subList(Math.max(0, all.size() - count), all.size());
    } catch (IOException e) {
      return List.of();
    }
  }
}
