package io.mysimbdp.emulator.synthetic;

import java.time.LocalDate;

/**
 * How much to make up. What is null is left to the kind of data.
 *
 * @param seed of everything random
 * @param records how many lines in all
 * @param entities how many taxis, machines or people
 * @param days over how many days the lines are spread
 * @param firstDay the first of them
 */
public record SyntheticSize(
    long seed, Long records, Integer entities, Integer days, LocalDate firstDay) {

  public SyntheticSize {
    if ((records != null && records < 1)
        || (entities != null && entities < 1)
        || (days != null && days < 1)) {
      throw new IllegalArgumentException(
          "synthetic data have at least 1 record, 1 entity and 1 day");
    }
  }

  /** As the kind of data has it. */
  public static SyntheticSize usual(long seed) {
    return new SyntheticSize(seed, null, null, null, null);
  }

  /** The same, so many lines. */
  public SyntheticSize withRecords(long count) {
    return new SyntheticSize(seed, count, entities, days, firstDay);
  }

  /** The same with so many taxis, machines or people. */
  public SyntheticSize withEntities(int count) {
    return new SyntheticSize(seed, records, count, days, firstDay);
  }

  /** The same over these days. */
  public SyntheticSize over(LocalDate first, int count) {
    return new SyntheticSize(seed, records, entities, count, first);
  }

  long recordsOr(long usual) {
    return records == null ? usual : records;
  }

  int entitiesOr(int usual) {
    return entities == null ? usual : entities;
  }

  int daysOr(int usual) {
    return days == null ? usual : days;
  }

  LocalDate firstDayOr(LocalDate usual) {
    return firstDay == null ? usual : firstDay;
  }
}
