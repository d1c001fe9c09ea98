package io.mysimbdp.local.endtoend.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The trace in many small files of each stream, as it is published: each file is sorted, all of
 * them cover the same time, and many events share a microsecond. An event's job is its name: no
 * other has the same.
 *
 * @param inputs as {@code STREAM=PATH}, in the order in which they are to be given
 * @param order the events' jobs in the one order in which they must come
 */
public record ManyFiles(List<String> inputs, List<Long> order) {
  private static final long START = 600_000_000;
  private static final long SPAN = 20_000_000;

  private record Event(long micros, long job) {}

  /** Writes so many files of each stream with so many events each. */
  public static ManyFiles write(Path folder, int filesEach, int eventsEach, long seed) {
    Random random = new Random(seed);
    List<String> inputs = new ArrayList<>();
    List<Event> all = new ArrayList<>();
    for (String stream : List.of("job-events", "task-events")) {
      for (int file = 0; file < filesEach; file++) {
        List<Event> events = events(inputs.size(), eventsEach, random);
        Path path = folder.resolve("%s-part-%05d.csv.gz".formatted(stream, file));
        boolean jobs = stream.equals("job-events");
        ClusterFiles.write(
            path, events.stream().map(event -> jobs ? job(event) : task(event)).toList());
        inputs.add(stream + "=" + path);
        all.addAll(events);
      }
    }
    // The sort is stable: what happened at once stays in the order of the files and their lines.
    all.sort(Comparator.comparingLong(Event::micros));
    return new ManyFiles(inputs, all.stream().map(Event::job).toList());
  }

  /** Where each event comes in the order, by its job. */
  public Map<Long, Integer> places() {
    Map<Long, Integer> places = new TreeMap<>();
    for (int i = 0; i < order.size(); i++) {
      places.put(order.get(i), i);
    }
    return Collections.unmodifiableMap(places);
  }

  private static List<Event> events(int file, int count, Random random) {
    List<Long> times =
        random.longs(count - 1, 0, SPAN).sorted().boxed().collect(Collectors.toList());
    // All files are open from the first moment to the last.
    times.add(0, 0L);
    List<Event> events = new ArrayList<>();
    for (int line = 0; line < count; line++) {
      // On a grid of 100 microseconds: many ties, and many times within one millisecond.
      long micros = START + times.get(line) / 100 * 100;
      events.add(new Event(micros, 1_000_000L * (file + 1) + line));
    }
    return events;
  }

  private static String job(Event event) {
    return event.micros() + ",," + event.job() + ",0,user,3,name,logical";
  }

  private static String task(Event event) {
    return event.micros() + ",," + event.job() + ",0,5,1,user,3,9,0.125,7.057e-05,0.0004244,0";
  }
}
