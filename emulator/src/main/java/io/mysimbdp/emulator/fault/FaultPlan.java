package io.mysimbdp.emulator.fault;

import java.util.EnumSet;
import java.util.Set;

/**
 * Which faults to put in and how many.
 *
 * @param rate share of the records that get one, from 0 to 1
 * @param kinds each kind gets about the same part of the rate
 */
public record FaultPlan(double rate, Set<Fault> kinds) {
  public static final FaultPlan NONE = new FaultPlan(0, Set.of());

  public FaultPlan {
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException("the rate of faults is 0 to 1, not " + rate);
    }
    if (rate > 0 && kinds.isEmpty()) {
      throw new IllegalArgumentException("faults are wanted, but no kind of fault is named");
    }
    kinds = Set.copyOf(kinds);
  }

  /** Faults of every kind. */
  public static FaultPlan ofAllKinds(double rate) {
    return new FaultPlan(rate, EnumSet.allOf(Fault.class));
  }
}
