package io.mysimbdp.local.endtoend.tutorial;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What the tutorial's file holds, counted without the platform.
 *
 * @param rides the good ones, each once
 * @param rejected lines that the page shows as odd
 * @param repeated good lines that were there before
 */
public record BikeRides(List<BikeRide> rides, int rejected, int repeated) {

  /** The three odd lines, each for a reason of its own. */
  private static final Set<String> ODD = Set.of("R-1061", "R-1121", "R-1151");

  /** Reads the file's lines, of which the first is the header. */
  public static BikeRides of(List<String> lines) {
    List<BikeRide> rides = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int rejected = 0;
    int repeated = 0;
    for (String line : lines.subList(1, lines.size())) {
      String name = line.substring(0, line.indexOf(','));
      if (ODD.contains(name)) {
        rejected++;
      } else if (seen.add(name)) {
        rides.add(BikeRide.of(line));
      } else {
        repeated++;
      }
    }
    return new BikeRides(List.copyOf(rides), rejected, repeated);
  }

  /** What the ledger says of the stream. */
  public String sent() {
    int accepted = rides.size();
    return "sent %d = accepted %d + rejected %d + late 0 + duplicate %d"
        .formatted(accepted + rejected + repeated, accepted, rejected, repeated);
  }

  /** The sum of the prices that are known. */
  static BigDecimal takings(List<BikeRide> rides) {
    return rides.stream()
        .map(BikeRide::price)
        .filter(Objects::nonNull)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
