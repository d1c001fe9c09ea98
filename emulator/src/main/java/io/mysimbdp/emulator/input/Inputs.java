package io.mysimbdp.emulator.input;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The files that an input stands for: itself, a folder's, or those that match a pattern. */
public final class Inputs {
  private static final Comparator<Path> BY_NAME =
      Comparator.comparing(path -> path.getFileName().toString(), NaturalOrder.NAMES);

  private Inputs() {}

  /**
   * The files in natural order of their names: a folder stands for the {@code .csv} and {@code
   * .csv.gz} files in it, and the last part of a path may be a pattern with {@code * ? [ ] { }}.
   *
   * @throws IOException with a message for the person who named the input, if there is no file
   */
  public static List<Input> files(Input input) throws IOException {
    Path path = input.path();
    if (Files.isDirectory(path)) {
      return files(input, path, Inputs::isData, "the folder %s has no .csv or .csv.gz file");
    }
    if (Files.exists(path) || path.getFileName() == null) {
      return List.of(input);
    }
    String name = path.getFileName().toString();
    Path folder = path.getParent() == null ? Path.of("") : path.getParent();
    if (name.matches(".*[*?\\[{].*") && Files.isDirectory(folder)) {
      PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + name);
      return files(input, folder, p -> matcher.matches(p.getFileName()), "no file matches %s");
    }
    return List.of(input);
  }

  private static List<Input> files(Input input, Path folder, Predicate<Path> wanted, String none)
      throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      List<Input> files =
          entries
              .filter(Files::isRegularFile)
              .filter(wanted)
              .sorted(BY_NAME)
              .map(file -> new Input(input.stream(), file))
              .toList();
      if (files.isEmpty()) {
        throw new IOException(none.formatted(input.path()));
      }
      return files;
    }
  }

  private static boolean isData(Path path) {
    String name = path.getFileName().toString();
    return !name.startsWith(".") && (name.endsWith(".csv") || name.endsWith(".csv.gz"));
  }
}
