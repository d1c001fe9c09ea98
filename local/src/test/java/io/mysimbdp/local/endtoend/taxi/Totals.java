package io.mysimbdp.local.endtoend.taxi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A number of trips together. */
final class Totals {
  final Money fare = new Money();
  final Money tips = new Money();
  final Money total = new Money();
  private final List<BigDecimal> fares = new ArrayList<>();
  private long trips;

  void add(Trip trip) {
    trips++;
    fare.add(trip.fare());
    tips.add(trip.tips());
    total.add(trip.total());
    if (trip.fare() != null) {
      fares.add(trip.fare());
    }
  }

  long trips() {
    return trips;
  }

  /** The fare at rank floor(q * (n - 1)), from 0, of the n known ones in order; null if none is. */
  BigDecimal quantile(double q) {
    Collections.sort(fares);
    return fares.isEmpty() ? null : fares.get((int) Math.floor(q * (fares.size() - 1)));
  }
}
