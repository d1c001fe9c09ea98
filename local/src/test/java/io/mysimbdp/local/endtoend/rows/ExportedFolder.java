package io.mysimbdp.local.endtoend.rows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An export as a whole, to be compared with the export of the same data by another way. */
public final class ExportedFolder {
  /** It is made of the tenant's name, which a run chooses for itself. */
  private static final Pattern TOPIC = Pattern.compile("\"topic\":\"[^\"]*\",?");

  private ExportedFolder() {}

  /**
   * The rows of all files, in order, but for what a tenant's name is in: by the file's place in the
   * folder.
   */
  public static SortedMap<String, List<String>> rows(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      SortedMap<String, List<String>> all = new TreeMap<>();
      files
          .filter(file -> file.toString().endsWith(".ndjson"))
          .forEach(file -> all.put(folder.relativize(file).toString(), lines(file)));
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the export " + folder, e);
    }
  }

  private static List<String> lines(Path file) {
    boolean named = !file.getParent().endsWith("silver") && !file.getParent().endsWith("coredms");
    // As text: a number that is read and written again has lost what two numbers may differ in.
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .map(line -> named ? TOPIC.matcher(line).replaceFirst("") : line)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the export " + file, e);
    }
  }

  /** The ledger, but for the dataset's name. */
  public static JsonNode ledger(Path folder) {
    try {
      JsonNode ledger = new ObjectMapper().readTree(folder.resolve("ledger.json").toFile());
      return ((ObjectNode) ledger).without("dataset");
    } catch (IOException e) {
      throw new UncheckedIOException("no ledger in the export", e);
    }
  }
}
