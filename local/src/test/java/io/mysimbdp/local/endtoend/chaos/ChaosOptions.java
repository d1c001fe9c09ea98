package io.mysimbdp.local.endtoend.chaos;

import io.mysimbdp.local.endtoend.stack.Stack;
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
 */
record ChaosOptions(long seed, int faults, List<String> tenants, boolean inFull) {
  private static final String PREFIX = "mysimbdp.chaos.";
  private static final int BRIEF_FAULTS = 8;
  private static final int LONG_FAULTS = 200;

  private static final long BRIEF_SEED = 1;

  ChaosOptions {
    tenants = List.copyOf(tenants);
  }

  static ChaosOptions fromProperties() {
    Long seed = Long.getLong(PREFIX + "seed");
    Integer faults = Integer.getInteger(PREFIX + "faults");
    boolean inFull = "long".equals(System.getProperty("mysimbdp.it"));
    boolean more = inFull || (faults != null && faults > BRIEF_FAULTS);
    return new ChaosOptions(
        seed != null ? seed : more ? System.currentTimeMillis() % 1_000_000 : BRIEF_SEED,
        faults != null ? faults : inFull ? LONG_FAULTS : BRIEF_FAULTS,
        List.of(System.getProperty(PREFIX + "tenants", "vm-cpu").split(",")),
        more);
  }

  /** The faults that this run draws from. */
  List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (Target target : Target.values()) {
      for (Fault fault : Fault.values()) {
        if (fault.suits(target) && (inFull || fault != Fault.LONG_FREEZE)) {
          cells.add(new Cell(target, fault));
        }
      }
    }
    if (Stack.taskManagerCount() == 1) {
      // It has the loader's tasks and all others: a kill of the one is a kill of the other.
      cells.remove(new Cell(Target.LOADER, Fault.KILL));
    }
    return cells;
  }

  Plan plan() {
    return Plan.of(seed, faults, cells());
  }
}
