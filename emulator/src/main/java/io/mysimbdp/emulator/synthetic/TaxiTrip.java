package io.mysimbdp.emulator.synthetic;

import io.mysimbdp.emulator.random.Dice;

/** One trip: a distance, what it costs, who paid it how, and what nobody wrote down. */
final class TaxiTrip {
  private static final long QUARTER = 900_000_000;
  private static final String[] PAYMENTS = {"Cash", "Cash", "Credit Card", "Mobile", "Unknown"};
  private static final String[] COMPANIES = {
    "Taxi Affiliation Services", "Flash Cab", "Choice Taxi Association", "Sun Taxi", ""
  };

  private final long seed;
  private final int taxis;

  TaxiTrip(long seed, int taxis) {
    this.seed = seed;
    this.taxis = taxis;
  }

  /**
   * Writes the trip's 23 columns.
   *
   * @param start local microseconds
   */
  void write(long number, long start, Dice dice, RowText text) {
    int taxi = dice.below(taxis);
    long tenthMiles = (long) (1 + 60 * dice.unit() * dice.unit() * (dice.below(50) == 0 ? 40 : 1));
    long seconds = 120 + tenthMiles * (15 + dice.below(25));
    text.hex(Dice.hash(seed, number, 8), 40).comma();
    text.hex(Dice.hash(seed, taxi, 9), 128).comma();
    ChicagoTaxi.time(start, text);
    text.comma();
    if (dice.below(1250) > 0) {
      ChicagoTaxi.time(LocalClock.quarter(start + seconds * 1_000_000 + QUARTER / 2), text);
    }
    text.comma();
    if (dice.below(60) > 0) {
      text.number(seconds);
    }
    text.comma().number(tenthMiles / 10).text(".").number(tenthMiles % 10).comma();
    places(dice, text, () -> money(tenthMiles, taxi, dice, text));
  }

  private static void places(Dice dice, RowText text, Runnable between) {
    int from = dice.unit() < 0.16 ? 0 : TaxiPlaces.draw(dice);
    int to = dice.unit() < 0.18 ? 0 : TaxiPlaces.draw(dice);
    int fromTract = from == 0 ? 0 : TaxiPlaces.tract(dice);
    int toTract = to == 0 ? 0 : TaxiPlaces.tract(dice);
    TaxiPlaces.tract(from, fromTract, text);
    text.comma();
    TaxiPlaces.tract(to, toTract, text);
    text.comma();
    area(from, text);
    area(to, text);
    between.run();
    TaxiPlaces.centroid(from, fromTract, text);
    text.comma();
    TaxiPlaces.centroid(to, toTract, text);
  }

  private static void area(int area, RowText text) {
    if (area > 0) {
      text.number(area);
    }
    text.comma();
  }

  private static void money(long tenthMiles, int taxi, Dice dice, RowText text) {
    String payment = PAYMENTS[dice.below(PAYMENTS.length)];
    boolean dollars = dice.unit() < 0.5;
    if (dice.below(500) == 0) {
      text.comma().comma().comma().comma().comma();
    } else {
      long fare = 325 + tenthMiles * 22 / 25 * 25 + dice.below(8) * 25L;
      fare = dice.below(2000) == 0 ? fare * 100 + 20 : fare;
      long tips = payment.equals("Credit Card") ? fare * (10 + dice.below(16)) / 100 : 0;
      long tolls = dice.below(200) == 0 ? 150 : 0;
      long extras = dice.below(3) * 50L;
      long odd = dice.below(100) == 0 ? 50 : 0;
      for (long cents :
          new long[] {fare, tips, tolls, extras, fare + tips + tolls + extras + odd}) {
        amount(cents, dollars, text);
        text.comma();
      }
    }
    text.text(payment).comma().text(COMPANIES[taxi % COMPANIES.length]).comma();
  }

  /** As the older export ({@code $8.75}, {@code "$1,234.50"}) or the newer one writes it. */
  private static void amount(long cents, boolean dollars, RowText text) {
    long whole = cents / 100;
    boolean grouped = dollars && whole >= 1000;
    text.text(grouped ? "\"$" : dollars ? "$" : "");
    if (grouped) {
      text.number(whole / 1000).text(",").padded(whole % 1000, 3);
    } else {
      text.number(whole);
    }
    text.text(".").padded(cents % 100, 2).text(grouped ? "\"" : "");
  }
}
