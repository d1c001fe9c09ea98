package io.mysimbdp.local.endtoend.indoor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/**
 * A person was seen in a room.
 *
 * @param at milliseconds since the epoch
 * @param place the room; {@code living room} is {@code livingroom}
 */
public record Sighting(String person, long at, String place) {
  /** Where the building stands. */
  static final ZoneId ZONE = ZoneId.of("Europe/Athens");

  /** The sightings of a file that begins with a header. */
  public static List<Sighting> read(Path file) {
    try {
      return Files.readAllLines(file).stream().skip(1).map(Sighting::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** A line such as {@code 1084,20180315,7:41:38,living room}. */
  static Sighting parse(String line) {
    String[] cells = line.split(",", -1);
    String[] clock = cells[2].split(":", -1);
    LocalDateTime local =
        LocalDateTime.of(
            number(cells[1].substring(0, 4)),
            number(cells[1].substring(4, 6)),
            number(cells[1].substring(6)),
            number(clock[0]),
            number(clock[1]),
            number(clock[2]));
    String place = cells[3].equals("living room") ? "livingroom" : cells[3];
    return new Sighting(cells[0], local.atZone(ZONE).toInstant().toEpochMilli(), place);
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
