package io.mysimbdp.local.endtoend.taxi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The trips of 2016 in the older export's format, drawn from a seed: some at both ends of every day
 * and in every hour of the two days on which the clocks change, the others in small bursts, half of
 * which begin on the export's grid of 15 minutes; many cells empty. Every 100th trip is in the file
 * twice: as it stands, or an hour to six days later with another fare and from another place.
 *
 * @param trips without the repeated ones; at least 1,000
 */
public record TripYear(int trips, Order order, long seed) {
  /** In which order the trips stand in the file. */
  public enum Order {
    /** In none, as in the real exports. */
    SHUFFLED,
    /** By start, but up to nine seconds too late or too early: less than what counts as late. */
    NEARLY_BY_START
  }

  private static final int REPEATED = 100;
  private static final int AREAS = 77;
  private static final int TAXIS = 300;
  private static final int NEARLY_MILLIS = 9_000;
  private static final LocalDate FIRST = LocalDate.of(2016, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2016, 12, 31);
  private static final LocalDate SPRING = LocalDate.of(2016, 3, 13);
  private static final LocalDate AUTUMN = LocalDate.of(2016, 11, 6);
  private static final String EMPTY = "\"\"";
  private static final String END = "\r\n";
  private static final String HEADER =
      "\"Trip ID\",\"Taxi ID\",\"Trip Start Timestamp\",\"Trip End Timestamp\",\"Trip Seconds\","
          + "\"Trip Miles\",\"Pickup Census Tract\",\"Dropoff Census Tract\","
          + "\"Pickup Community Area\",\"Dropoff Community Area\",Fare,Tips,Tolls,Extras,"
          + "\"Trip Total\",\"Payment Type\",Company,\"Pickup Centroid Latitude\","
          + "\"Pickup Centroid Longitude\",\"Pickup Centroid Location\","
          + "\"Dropoff Centroid Latitude\",\"Dropoff Centroid Longitude\","
          + "\"Dropoff Centroid  Location\",\"Community Areas\"";

  /**
   * A line of the file.
   *
   * @param place lines stand in the order of it
   */
  private record Line(long place, String text) {}

  /** Writes the file anew. */
  public Path write(Path file) {
    List<Line> lines = lines();
    try (var writer = Files.newBufferedWriter(file)) {
      writer.write(HEADER + END);
      for (Line line : lines) {
        writer.write(line.text() + END);
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private List<Line> lines() {
    Random random = new Random(seed);
    List<Line> lines = new ArrayList<>();
    List<LocalDateTime> starts = starts(random);
    for (int i = 0; i < starts.size(); i++) {
      Line line = line(i, starts.get(i), random);
      lines.add(line);
      if (i % (2 * REPEATED) == 0) {
        lines.add(new Line(place(starts.get(i), random), line.text()));
      } else if (i % REPEATED == 0) {
        lines.add(line(i, later(starts.get(i), random), random));
      }
    }
    lines.sort(Comparator.comparingLong(Line::place));
    return lines;
  }

  private List<LocalDateTime> starts(Random random) {
    Stream<LocalDateTime> ends =
        FIRST
            .datesUntil(LAST.plusDays(1))
            .flatMap(day -> Stream.of(day.atStartOfDay(), day.atTime(23, 59, 59)));
    Stream<LocalDateTime> changes =
        Stream.of(SPRING, AUTUMN)
            .flatMap(
                day -> Stream.iterate(day.atTime(0, 0, 7), at -> at.plusMinutes(20)).limit(72));
    Stream<LocalDateTime> others =
        Stream.iterate(start(random), before -> next(before, random))
            .filter(start -> start.getYear() == FIRST.getYear());
    return Stream.of(ends, changes, others)
        .flatMap(all -> all)
        .filter(start -> !Chicago.skipped(start))
        .limit(trips)
        .toList();
  }

  private static LocalDateTime start(Random random) {
    LocalDate day = FIRST.plusDays(random.nextInt(FIRST.lengthOfYear()));
    int second = random.nextInt(86_400);
    return day.atTime(LocalTime.ofSecondOfDay(random.nextBoolean() ? second : second / 900 * 900L));
  }

  /** Two in three trips begin within seconds of one before. */
  private static LocalDateTime next(LocalDateTime before, Random random) {
    return random.nextInt(3) > 0 ? before.plusSeconds(random.nextInt(6)) : start(random);
  }

  private static LocalDateTime later(LocalDateTime start, Random random) {
    LocalDateTime later = start.plusHours(1 + random.nextInt(6 * 24 - 1));
    return Chicago.skipped(later) ? later.plusHours(1) : later;
  }

  private long place(LocalDateTime start, Random random) {
    return switch (order) {
      case SHUFFLED -> random.nextLong();
      case NEARLY_BY_START -> Chicago.instant(start) + random.nextInt(NEARLY_MILLIS);
    };
  }

  private Line line(int number, LocalDateTime start, Random random) {
    long fare = cents(random);
    long tips = random.nextInt(3) > 0 ? 0 : fare / 5;
    // More trips begin in areas with small numbers.
    int area = 1 + (int) (AREAS * Math.pow(random.nextDouble(), 3));
    boolean placed = random.nextInt(6) > 0;
    String end = "\"" + Chicago.text(start.plusMinutes(15)) + "\"";
    String text =
        String.join(
            ",",
            String.format("%040x", number),
            String.format("%0128x", number % TAXIS),
            "\"" + Chicago.text(start) + "\"",
            random.nextInt(50) > 0 ? end : EMPTY,
            random.nextInt(50) > 0 ? Integer.toString(random.nextInt(5_000)) : EMPTY,
            String.format(Locale.ROOT, "%.1f", random.nextDouble() * 20),
            EMPTY,
            EMPTY,
            placed ? Integer.toString(area) : EMPTY,
            EMPTY,
            mostly(fare, random),
            mostly(tips, random),
            "$0.00",
            "$0.00",
            mostly(fare + tips, random),
            "Cash",
            "\"Trips, Inc.\"",
            EMPTY,
            EMPTY,
            placed && random.nextInt(20) > 0 ? spot(area, random) : EMPTY,
            EMPTY,
            EMPTY,
            EMPTY,
            EMPTY);
    return new Line(place(start, random), text);
  }

  /** Cents of a fare: nothing now and then, very much as rarely. */
  private static long cents(Random random) {
    return switch (random.nextInt(500)) {
      case 0 -> 0;
      case 1 -> 740_020;
      default -> 325 + (long) (Math.abs(random.nextGaussian()) * 2_000);
    };
  }

  private static String mostly(long cents, Random random) {
    return random.nextInt(50) > 0 ? String.format("$%d.%02d", cents / 100, cents % 100) : EMPTY;
  }

  /** One of three places in an area. */
  private static String spot(int area, Random random) {
    int place = 10 * area + random.nextInt(3);
    return String.format("\"POINT (-87.%06d 41.%06d)\"", 600_000 + place, 800_000 + 7 * place);
  }
}
