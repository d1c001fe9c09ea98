package io.mysimbdp.local.endtoend.indoor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Made-up people who walk through the rooms, in the format of the real data with all that is odd in
 * it: hours without a leading zero, two spellings of a room, repeated lines, a person in two rooms
 * at once.
 *
 * @param sightings how many lines, in order of time; repeated ones not counted
 */
public record Wanderers(int people, int sightings, long seed) {
  private static final List<String> ROOMS =
      List.of("kitchen", "livingroom", "living room", "bedroom", "yard", "hall", "warehouse");
  private static final DateTimeFormatter TIMES = DateTimeFormatter.ofPattern("yyyyMMdd,H:mm:ss");

  /** Writes a file with a header and returns it. */
  public Path write(Path file) {
    Random random = new Random(seed);
    List<String> lines = new ArrayList<>();
    lines.add("part_id,ts_date,ts_time,room");
    LocalDateTime time = LocalDateTime.of(2018, 3, 14, 5, 0);
    for (int i = 0; i < sightings; i++) {
      time = time.plusSeconds(random.nextInt(120));
      String person = Integer.toString(1000 + random.nextInt(people));
      lines.add(person + "," + TIMES.format(time) + "," + room(random));
      switch (random.nextInt(20)) {
        case 0 -> lines.add(lines.get(lines.size() - 1));
        case 1 -> lines.add(person + "," + TIMES.format(time) + "," + room(random));
        default -> {}
      }
    }
    try {
      return Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private static String room(Random random) {
    return ROOMS.get(random.nextInt(ROOMS.size()));
  }
}
