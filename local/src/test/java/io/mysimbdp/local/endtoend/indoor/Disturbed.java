package io.mysimbdp.local.endtoend.indoor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Sightings in the order of their times, but for a disturbance that the tenant puts up with. */
public final class Disturbed {
  /** How far a record may lie behind the latest of its partition; milliseconds. */
  static final int OUT_OF_ORDERNESS = 5 * 60 * 1000;

  private record Delayed(long position, String line) {}

  private Disturbed() {}

  /** Writes the lines of a file such that none is late in the order of the copy. */
  public static Path copy(Path sightings, Path file, long seed) {
    Random random = new Random(seed);
    try {
      List<String> lines = Files.readAllLines(sightings);
      List<Delayed> delayed = new ArrayList<>(lines.size());
      for (String line : lines.subList(1, lines.size())) {
        long delay = random.nextInt(OUT_OF_ORDERNESS);
        delayed.add(new Delayed(Sighting.parse(line).at() + delay, line));
      }
      delayed.sort(Comparator.comparingLong(Delayed::position));
      List<String> copy = new ArrayList<>(lines.size());
      copy.add(lines.get(0));
      delayed.forEach(each -> copy.add(each.line()));
      return Files.write(file, copy);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
