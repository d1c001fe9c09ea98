package io.mysimbdp.local.endtoend.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One cell of the matrix of faults. */
record Cell(Target target, Fault fault) {

  /** All that there are. */
  static List<Cell> all() {
    List<Cell> all = new ArrayList<>();
    for (Target target : Target.values()) {
      for (Fault fault : Fault.values()) {
        if (fault.targets().contains(target)) {
          all.add(new Cell(target, fault));
        }
      }
    }
    return all;
  }

  /**
   * Those that a text names, such as {@code broker,task-manager:kill}: all of a target, or one.
   *
   * @throws IllegalArgumentException if a part of it names none
   */
  static List<Cell> named(String text) {
    List<String> parts = List.of(text.toLowerCase(Locale.ROOT).replace('_', '-').split(","));
    for (String part : parts) {
      if (all().stream().noneMatch(cell -> cell.isMeantBy(part))) {
        throw new IllegalArgumentException(
            "there is no cell '%s'; cells are: %s"
                .formatted(part, String.join(", ", all().stream().map(Cell::name).toList())));
      }
    }
    return all().stream().filter(cell -> parts.stream().anyMatch(cell::isMeantBy)).toList();
  }

  /** Whether it can be filled on this machine. */
  boolean isPossible() {
    return target != Target.CHECKPOINT_DISK || CheckpointDisk.isPossible();
  }

  /** Whether everything goes on within seconds afterwards: no job has to start again for it. */
  boolean isBrief() {
    return switch (fault) {
      case FREEZE, CUT, DELAY, RESET -> true;
      case KILL, STOP -> target == Target.TRIGGER || target == Target.EMULATOR;
      default -> false;
    };
  }

  private boolean isMeantBy(String part) {
    return part.equals(name()) || part.equals(hyphenated(target));
  }

  /** For the command line, {@code TARGET:FAULT}. */
  String name() {
    return hyphenated(target) + ":" + hyphenated(fault);
  }

  private static String hyphenated(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String toString() {
    return fault + " of " + target;
  }
}
