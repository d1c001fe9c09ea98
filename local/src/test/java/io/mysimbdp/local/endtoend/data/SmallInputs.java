package io.mysimbdp.local.endtoend.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A little made-up data for every tenant: files by raw stream, without header, sorted by time. */
public final class SmallInputs {
  private static final int ROWS = 600;
  private static final DateTimeFormatter TRIP_TIME =
      DateTimeFormatter.ofPattern("MM/dd/yyyy hh:mm:ss a", Locale.US);
  private static final DateTimeFormatter SIGHTING_TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd,H:mm:ss", Locale.US);

  private SmallInputs() {}

  /** Writes the files; by tenant, then raw stream. */
  public static Map<String, Map<String, Path>> write(Path folder, long seed) {
    Random random = new Random(seed);
    Map<String, Path> sightings =
        Map.of("sightings", write(folder.resolve("sightings.csv"), n -> sighting(n, random)));
    Map<String, Map<String, Path>> inputs = new LinkedHashMap<>();
    inputs.put(
        "vm-cpu",
        Map.of("readings", new Trace(20, ROWS, seed).write(folder.resolve("readings.csv"))));
    inputs.put("taxi", Map.of("trips", write(folder.resolve("trips.csv"), n -> trip(n, random))));
    inputs.put(
        "cluster",
        Map.of(
            "job-events", write(folder.resolve("jobs.csv"), n -> jobEvent(n, random)),
            "task-events", write(folder.resolve("tasks.csv"), n -> taskEvent(n, random))));
    inputs.put("rest-home", sightings);
    inputs.put("office", sightings);
    return inputs;
  }

  private static Path write(Path file, IntFunction<String> line) {
    try {
      return Files.write(file, IntStream.range(0, ROWS).mapToObj(line).toList());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /** Over two months, every quarter of an hour at most. */
  private static String trip(int number, Random random) {
    LocalDateTime start =
        LocalDateTime.parse("2024-02-20T00:00").plusMinutes(15L * (number * 6 + random.nextInt(6)));
    int fare = 325 + random.nextInt(6_000);
    int tips = random.nextInt(3) == 0 ? random.nextInt(1_000) : 0;
    boolean known = random.nextInt(5) > 0;
    List<String> cells = new ArrayList<>();
    cells.add("trip" + number);
    cells.add("taxi" + random.nextInt(40));
    cells.add(TRIP_TIME.format(start));
    cells.add(TRIP_TIME.format(start.plusMinutes(15)));
    cells.add(Integer.toString(60 * (1 + random.nextInt(40))));
    cells.add(Double.toString(random.nextInt(200) / 10.0));
    cells.addAll(List.of("", ""));
    cells.add(known ? Integer.toString(1 + random.nextInt(12)) : "");
    cells.add(known ? "8" : "");
    cells.addAll(List.of(money(fare), money(tips), "0.00", "1.00", money(fare + tips + 100)));
    cells.addAll(List.of("Cash", "Flash Cab", "41.8", "-87.6"));
    cells.add(known ? "POINT (-87.6 41.8" + random.nextInt(9) + ")" : "");
    cells.addAll(List.of("", "", "", ""));
    return String.join(",", cells);
  }

  private static String money(int cents) {
    return "%d.%02d".formatted(cents / 100, cents % 100);
  }

  private static String jobEvent(int number, Random random) {
    return micros(number) + ",," + number + "," + random.nextInt(6) + ",user,3,name,logical";
  }

  private static String taskEvent(int number, Random random) {
    String machine = random.nextInt(4) == 0 ? "" : Integer.toString(random.nextInt(15));
    return "%d,,%d,0,%s,%d,user,3,9,%s,7.057e-05,0.0004,0"
        .formatted(
            micros(number), number, machine, random.nextInt(6), random.nextInt(100) / 1000.0);
  }

  /** Around midnight, which is 70 minutes into the trace. */
  private static long micros(int number) {
    return 60_000_000L * 60 + 2_000_000L * number;
  }

  /** A few days; somebody is seen every ten minutes. */
  private static String sighting(int number, Random random) {
    String[] rooms = {"kitchen", "hall", "living room", "livingroom", "bathroom", "yard"};
    LocalDateTime time =
        LocalDateTime.parse("2018-03-15T06:00:00").plusSeconds(600L * number + random.nextInt(600));
    return "10%02d,%s,%s"
        .formatted(
            random.nextInt(8), SIGHTING_TIME.format(time), rooms[random.nextInt(rooms.length)]);
  }
}
