package io.mysimbdp.local.endtoend.taxi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads the exports of the City of Chicago, older and newer, by the names of their columns. */
final class TripFile {
  private final List<String> header;

  private TripFile(List<String> header) {
    this.header = header;
  }

  /** The trips in the order of the file. */
  static List<Trip> read(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return parse(lines.toList());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** The trips of the lines, the first of which is the header. */
  static List<Trip> parse(List<String> lines) {
    TripFile format = new TripFile(cells(lines.get(0)));
    return lines.stream().skip(1).map(line -> format.trip(cells(line))).toList();
  }

  private Trip trip(List<String> cells) {
    String area = cell(cells, "Pickup Community Area");
    return new Trip(
        cell(cells, "Trip ID"),
        Chicago.instant(cell(cells, "Trip Start Timestamp")),
        area == null ? null : (Long) new BigDecimal(area).longValueExact(),
        cell(cells, "Pickup Centroid Location"),
        money(cell(cells, "Fare")),
        money(cell(cells, "Tips")),
        money(cell(cells, "Trip Total")));
  }

  /** Null for an empty cell. */
  private String cell(List<String> cells, String column) {
    String cell = cells.get(header.indexOf(column));
    return cell.isEmpty() ? null : cell;
  }

  private static BigDecimal money(String cell) {
    return cell == null ? null : new BigDecimal(cell.replace("$", "")).setScale(2);
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
