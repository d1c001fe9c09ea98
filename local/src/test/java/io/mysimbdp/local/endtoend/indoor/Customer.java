package io.mysimbdp.local.endtoend.indoor;

import java.util.Map;
import java.util.Set;

/**
 * What the tenants rest-home and office ask for, where they differ.
 *
 * @param tenant name
 * @param windowHours how long a window of person_activity is; windows begin at local midnight
 * @param limits how many people a room holds, where it is not the usual number
 * @param usualLimit of all other rooms
 * @param watched rooms that nobody enters without an alert
 */
public record Customer(
    String tenant,
    int windowHours,
    Map<String, Long> limits,
    long usualLimit,
    Set<String> watched) {
  public static final Customer REST_HOME =
      new Customer(
          "rest-home", 24, Map.of("kitchen", 2L, "hall", 2L), 4, Set.of("yard", "warehouse"));
  public static final Customer OFFICE =
      new Customer("office", 12, Map.of("hall", 6L), 8, Set.of("warehouse"));

  long limit(String place) {
    return limits.getOrDefault(place, usualLimit);
  }
}
