package io.mysimbdp.local.endtoend.tutorial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What {@code docs/tutorial.md} tells its reader to type and to expect.
 *
 * @param root the project's root, in which the reader types
 */
public record Tutorial(Path root) {

  /** The tutorial of the project around the current directory. */
  public static Tutorial find() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve("docs/tutorial.md"))) {
        return new Tutorial(at);
      }
    }
    throw new AssertionError("no docs/tutorial.md above " + Path.of("").toAbsolutePath());
  }

  /** The lines of the page, as they stand. */
  public List<String> lines() {
    return lines(root.resolve("docs/tutorial.md"));
  }

  /** The lines of the definition, which the page shows piece by piece. */
  public List<String> definition() {
    List<String> definition = new ArrayList<>();
    boolean inside = false;
    for (String line : lines()) {
      if (line.startsWith("```")) {
        if (line.equals("```yaml") && !definition.isEmpty()) {
          definition.add("");
        }
        inside = line.equals("```yaml");
      } else if (inside) {
        definition.add(line);
      }
    }
    return definition;
  }

  /** Those lines of an output, or of a page that shows it, that make up the ledger's figures. */
  public static List<String> ledger(Stream<String> lines) {
    return lines.filter(line -> line.matches("  (raw|silver|gold|balanced) .*")).toList();
  }

  /** The lines of the data file, the header among them. */
  public List<String> data() {
    return lines(root.resolve("docs/tutorial/bike-share.csv"));
  }

  /**
   * The arguments of the page's only {@code ./mysimbdp run}, but for where it exports to; its paths
   * are made absolute, so that they mean the same from every directory.
   */
  public List<String> runExportingTo(Path export) {
    String command = "./mysimbdp ";
    String run =
        String.join("\n", lines())
            .replace("\\\n", " ")
            .lines()
            .map(String::strip)
            .filter(line -> line.startsWith(command + "run "))
            .findFirst()
            .orElseThrow();
    List<String> arguments = new ArrayList<>();
    for (String word : run.substring(command.length()).split(" +", -1)) {
      boolean exported =
          !arguments.isEmpty() && arguments.get(arguments.size() - 1).equals("--export");
      String path = exported ? export.toString() : root.resolve(word).toString();
      arguments.add(exported || word.startsWith("docs/") ? path : word);
    }
    return arguments;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
