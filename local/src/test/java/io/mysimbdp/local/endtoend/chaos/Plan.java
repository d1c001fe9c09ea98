package io.mysimbdp.local.endtoend.chaos;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Which faults come in which order: drawn by lot, the same for the same seed, and even. Before a
 * cell comes again all others have come; within such a round every target is hit in turn. After
 * three rounds only those come that are over within seconds, if there are any.
 */
record Plan(long seed, List<Strike> strikes) {
  private static final int FULL_ROUNDS = 3;

  Plan {
    strikes = List.copyOf(strikes);
  }

  /** So many faults out of these cells. */
  static Plan of(long seed, int faults, Collection<Cell> cells) {
    Random random = new Random(seed);
    List<Strike> strikes = new ArrayList<>();
    List<Cell> brief = cells.stream().filter(Cell::isBrief).toList();
    for (int rounds = 0; strikes.size() < faults && !cells.isEmpty(); rounds++) {
      boolean all = rounds < FULL_ROUNDS || brief.isEmpty();
      for (Cell cell : round(all ? cells : brief, random)) {
        if (strikes.size() < faults) {
          strikes.add(new Strike(strikes.size() + 1, cell, random.nextInt(1 << 16)));
        }
      }
    }
    return new Plan(seed, strikes);
  }

  /** Each cell once: one of every target, then another one of every target, and so on. */
  private static List<Cell> round(Collection<Cell> cells, Random random) {
    List<Cell> shuffled = new ArrayList<>(cells);
    Collections.shuffle(shuffled, random);
    Map<Target, List<Cell>> byTarget = new EnumMap<>(Target.class);
    shuffled.forEach(
        cell -> byTarget.computeIfAbsent(cell.target(), target -> new ArrayList<>()).add(cell));
    List<Target> targets = new ArrayList<>(byTarget.keySet());
    List<Cell> round = new ArrayList<>();
    while (round.size() < cells.size()) {
      Collections.shuffle(targets, random);
      for (Target target : targets) {
        List<Cell> left = byTarget.get(target);
        if (!left.isEmpty()) {
          round.add(left.remove(0));
        }
      }
    }
    return round;
  }
}
