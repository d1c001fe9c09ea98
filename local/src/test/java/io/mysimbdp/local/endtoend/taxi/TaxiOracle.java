package io.mysimbdp.local.endtoend.taxi;

import io.mysimbdp.local.endtoend.rows.RowShape;
import io.mysimbdp.local.endtoend.rows.Rows;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run over a file of trips must give.
 *
 * @param sent how many trips the file holds
 * @param trips those that count, by start: of trips with one id the earliest
 */
public record TaxiOracle(long sent, List<Trip> trips) {
  private static final long HORIZON = Duration.ofDays(7).toMillis();

  public static TaxiOracle of(Path file) {
    return of(TripFile.read(file));
  }

  static TaxiOracle of(List<Trip> sent) {
    List<Trip> ordered = new ArrayList<>(sent);
    ordered.sort(Comparator.comparingLong(Trip::start));
    Map<String, Trip> seen = new HashMap<>();
    List<Trip> counted = new ArrayList<>();
    for (Trip trip : ordered) {
      Trip earlier = seen.putIfAbsent(trip.id(), trip);
      if (earlier == null) {
        counted.add(trip);
      } else if (trip.start() - earlier.start() > HORIZON
          || (trip.start() == earlier.start() && !trip.equals(earlier))) {
        throw new IllegalArgumentException("not told apart here: " + earlier + " and " + trip);
      }
    }
    return new TaxiOracle(sent.size(), List.copyOf(counted));
  }

  /** How many trips repeat an earlier one. */
  public long duplicates() {
    return sent - trips.size();
  }

  Rows silver(RowShape analytic) {
    return new SilverTrips(trips).rows(analytic);
  }

  Rows gold(RowShape table) {
    return new GoldTrips(trips).rows(table);
  }

  Map<Period, Totals> periods() {
    return new GoldTrips(trips).periods();
  }
}
