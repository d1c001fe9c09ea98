package io.mysimbdp.local.endtoend.oracle;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** The readings in a file of the dataset's own format, all of them valid. */
public final class CsvReadings {
  private CsvReadings() {}

  /** Hands over each reading of a {@code .csv} or {@code .csv.gz} file in file order. */
  public static void forEach(Path file, Consumer<Reading> consumer) {
    try (BufferedReader lines = open(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        consumer.accept(parse(line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  static Reading parse(String line) {
    String[] fields = line.split(",", -1);
    return new Reading(
        fields[1],
        Reading.ORIGIN + Long.parseLong(fields[0]) * 1000,
        Double.parseDouble(fields[3]));
  }

  private static BufferedReader open(Path file) throws IOException {
    InputStream bytes = Files.newInputStream(file);
    return new BufferedReader(
        new InputStreamReader(
            file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes,
            StandardCharsets.UTF_8));
  }
}
