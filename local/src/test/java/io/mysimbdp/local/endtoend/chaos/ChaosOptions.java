package io.mysimbdp.local.endtoend.chaos;

import io.mysimbdp.local.endtoend.stack.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a chaos run is asked for, by system properties that begin with {@code mysimbdp.chaos.}.
 *
 * @param seed of the plan and of the data; drawn for a long run if none is given, and printed in
 *     any case
 * @param faults how many
 * @param tenants which are deployed and fed
 * @param inFull whether it may take its time: long freezes, slow and long data
 * @param cells the faults that it draws from
 * @param within how long there are faults; what is left of the plan then is left out
 */
record ChaosOptions(
    long seed,
    int faults,
    List<String> tenants,
    boolean inFull,
    List<Cell> cells,
    Duration within) {
  private static final String PREFIX = "mysimbdp.chaos.";
  private static final int BRIEF_FAULTS = 8;
  private static final int LONG_FAULTS = 200;

  private static final long BRIEF_SEED = 1;
  private static final Duration A_DAY = Duration.ofDays(1);

  /** Of one TaskManager it would be the same as a kill of that. */
  private static final Cell LOADERS_TASK_MANAGER = new Cell(Target.LOADER, Fault.KILL);

  ChaosOptions {
    tenants = List.copyOf(tenants);
    cells = List.copyOf(cells);
  }

  /** With all cells that there is time for. */
  ChaosOptions(long seed, int faults, List<String> tenants, boolean inFull) {
    this(
        seed,
        faults,
        tenants,
        inFull,
        Cell.all().stream()
            .filter(Cell::isPossible)
            .filter(cell -> inFull || !cell.fault().takesLong())
            .filter(cell -> !cell.equals(LOADERS_TASK_MANAGER) || Stack.taskManagerCount() > 1)
            .toList(),
        A_DAY);
  }

  static ChaosOptions fromProperties() {
    Long seed = Long.getLong(PREFIX + "seed");
    Integer faults = Integer.getInteger(PREFIX + "faults");
    boolean inFull = "long".equals(System.getProperty("mysimbdp.it"));
    boolean more = inFull || (faults != null && faults > BRIEF_FAULTS);
    String cells = System.getProperty(PREFIX + "cells");
    ChaosOptions all =
        new ChaosOptions(
            seed != null ? seed : more ? System.currentTimeMillis() % 1_000_000 : BRIEF_SEED,
            faults != null ? faults : inFull ? LONG_FAULTS : BRIEF_FAULTS,
            List.of(System.getProperty(PREFIX + "tenants", "vm-cpu").split(",")),
            more);
    return new ChaosOptions(
        all.seed,
        all.faults,
        all.tenants,
        all.inFull,
        cells == null ? all.cells : Cell.named(cells).stream().filter(Cell::isPossible).toList(),
        Duration.ofMinutes(Long.getLong(PREFIX + "within", A_DAY.toMinutes())));
  }

  /** The command that draws the same list of faults and the same data again. */
  String command() {
    List<String> words = new ArrayList<>();
    words.add(inFull ? "./mysimbdp chaos" : "mvn verify -Dit.test=ChaosIT");
    words.add(setting("seed", seed));
    words.add(setting("faults", faults));
    words.add(setting("tenants", String.join(",", tenants)));
    if (!cells.equals(new ChaosOptions(seed, faults, tenants, inFull).cells)) {
      words.add(setting("cells", String.join(",", cells.stream().map(Cell::name).toList())));
    }
    return String.join(" ", words);
  }

  private String setting(String name, Object value) {
    return inFull ? "--%s %s".formatted(name, value) : "-D%s%s=%s".formatted(PREFIX, name, value);
  }

  /** Whether one of the faults hits this. */
  boolean hits(Target target) {
    return cells.stream().anyMatch(cell -> cell.target() == target);
  }

  Plan plan() {
    return Plan.of(seed, faults, cells);
  }
}
