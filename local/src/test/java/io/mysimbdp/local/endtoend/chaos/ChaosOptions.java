package io.mysimbdp.local.endtoend.chaos;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a chaos run is asked for, by system properties that begin with {@code mysimbdp.chaos.}.
 *
 * @param seed of the plan and of the data; drawn if none is given, and printed in any case
 * @param faults how many
 * @param tenants which are deployed and fed
 * @param inFull whether it may take its time: long freezes, slow and long data
 */
record ChaosOptions(long seed, int faults, List<String> tenants, boolean inFull) {
  private static final String PREFIX = "mysimbdp.chaos.";
  private static final int BRIEF_FAULTS = 8;
  private static final int LONG_FAULTS = 200;

  /** The targets of the default plan. A JobManager's jobs do not yet come back by themselves. */
  private static final Set<Target> TARGETS = EnumSet.complementOf(EnumSet.of(Target.JOB_MANAGER));

  ChaosOptions {
    tenants = List.copyOf(tenants);
  }

  static ChaosOptions fromProperties() {
    Long seed = Long.getLong(PREFIX + "seed");
    Integer faults = Integer.getInteger(PREFIX + "faults");
    boolean inFull = "long".equals(System.getProperty("mysimbdp.it"));
    boolean more = inFull || (faults != null && faults > BRIEF_FAULTS);
    return new ChaosOptions(
        seed == null ? System.currentTimeMillis() % 1_000_000 : seed,
        faults != null ? faults : inFull ? LONG_FAULTS : BRIEF_FAULTS,
        List.of(System.getProperty(PREFIX + "tenants", "vm-cpu").split(",")),
        more);
  }

  /** The faults that this run draws from. */
  List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (Target target : TARGETS) {
      for (Fault fault : Fault.values()) {
        if (inFull || fault != Fault.LONG_FREEZE) {
          cells.add(new Cell(target, fault));
        }
      }
    }
    return cells;
  }

  Plan plan() {
    return Plan.of(seed, faults, cells());
  }
}
