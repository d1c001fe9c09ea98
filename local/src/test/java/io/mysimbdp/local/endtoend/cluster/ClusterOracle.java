package io.mysimbdp.local.endtoend.cluster;

import io.mysimbdp.local.endtoend.rows.Rows;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the tenant cluster means: all its rows, from the lines of the files and nothing else.
 * Minutes and days are those of UTC.
 */
public final class ClusterOracle {
  private static final long MINUTE = 60_000;
  private static final long DAY = 24 * 60 * MINUTE;
  private static final int HOTTEST = 10;

  /** By start of the window, then machine. */
  private final SortedMap<Long, SortedMap<String, MachineMinute>> usage = new TreeMap<>();

  /** By start of the window, then event type. */
  private final SortedMap<Long, SortedMap<Long, Long>> activity = new TreeMap<>();

  private long jobEvents;
  private long taskEvents;

  /** Takes in a line of the job events. */
  public void jobEvent(String line) {
    String[] cells = line.split(",", -1);
    activity
        .computeIfAbsent(minute(cells[0]), start -> new TreeMap<>())
        .merge(Long.valueOf(cells[3]), 1L, Long::sum);
    jobEvents++;
  }

  /** Takes in a line of the task events. */
  public void taskEvent(String line) {
    String[] cells = line.split(",", -1);
    usage
        .computeIfAbsent(minute(cells[0]), start -> new TreeMap<>())
        .computeIfAbsent(
            cells[4].isEmpty() ? Cluster.UNASSIGNED : cells[4], machine -> new MachineMinute())
        .add(Long.parseLong(cells[5]), number(cells[9]), number(cells[10]));
    taskEvents++;
  }

  private static long minute(String time) {
    return Math.floorDiv(TraceTime.millis(Long.parseLong(time)), MINUTE) * MINUTE;
  }

  private static Double number(String cell) {
    return cell.isEmpty() ? null : Double.valueOf(cell);
  }

  /** How many job events there were. */
  public long jobEvents() {
    return jobEvents;
  }

  /** How many task events there were. */
  public long taskEvents() {
    return taskEvents;
  }

  /** Silver: per machine and minute. */
  public Rows machineUsage() {
    Rows rows = new Rows();
    usage.forEach(
        (start, machines) ->
            machines.forEach(
                (machine, minute) ->
                    rows.add(
                        Cluster.MACHINE_USAGE.row(
                            machine,
                            start,
                            start + MINUTE,
                            minute.cpu().sum(),
                            minute.memory().sum(),
                            minute.cpu().average(),
                            minute.memory().average(),
                            minute.events(),
                            minute.evictions()))));
    return rows;
  }

  /** Silver: per event type and minute. */
  public Rows jobActivity() {
    Rows rows = new Rows();
    activity.forEach(
        (start, types) ->
            types.forEach(
                (type, events) ->
                    rows.add(Cluster.JOB_ACTIVITY.row(type, start, start + MINUTE, events))));
    return rows;
  }

  /** Gold: per machine and day. */
  public Rows machineDays() {
    Rows rows = new Rows();
    days()
        .forEach(
            (start, machines) ->
                machines.forEach(
                    (machine, day) ->
                        rows.add(
                            Cluster.MACHINE_DAYS.row(
                                "day",
                                start,
                                start + DAY,
                                machine,
                                day.cpu().max(),
                                day.cpu().average(),
                                day.memory().max(),
                                day.memory().average(),
                                day.events(),
                                day.evictions()))));
    return rows;
  }

  /** Gold: the ten machines of a day of which most was requested at once, ties by their names. */
  public Rows hottestMachines() {
    Rows rows = new Rows();
    days().forEach((start, machines) -> rank(start, machines, rows));
    return rows;
  }

  private static void rank(long start, Map<String, MachineDay> machines, Rows rows) {
    Summary peaks = new Summary();
    List<Map.Entry<String, MachineDay>> ranked =
        machines.entrySet().stream()
            .filter(entry -> !entry.getKey().equals(Cluster.UNASSIGNED))
            .filter(entry -> entry.getValue().cpu().max() != null)
            .peek(entry -> peaks.add(entry.getValue().cpu().max()))
            .sorted(
                Comparator.<Map.Entry<String, MachineDay>, Double>comparing(
                        entry -> entry.getValue().cpu().max())
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .toList();
    for (int i = 0; i < Math.min(HOTTEST, ranked.size()); i++) {
      MachineDay day = ranked.get(i).getValue();
      rows.add(
          Cluster.HOTTEST_MACHINES.row(
              "day",
              start,
              start + DAY,
              ranked.get(i).getKey(),
              day.cpu().max(),
              day.cpu().average(),
              day.evictions(),
              (long) (i + 1),
              (long) ranked.size(),
              peaks.sum() == 0 ? null : Double.valueOf(day.cpu().max() / peaks.sum())));
    }
  }

  /** By start of the day, then machine. */
  private SortedMap<Long, SortedMap<String, MachineDay>> days() {
    SortedMap<Long, SortedMap<String, MachineDay>> days = new TreeMap<>();
    usage.forEach(
        (start, machines) ->
            machines.forEach(
                (machine, minute) ->
                    days.computeIfAbsent(Math.floorDiv(start, DAY) * DAY, day -> new TreeMap<>())
                        .computeIfAbsent(machine, name -> new MachineDay())
                        .add(minute)));
    return days;
  }
}
