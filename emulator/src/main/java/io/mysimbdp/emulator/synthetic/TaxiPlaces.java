package io.mysimbdp.emulator.synthetic;

import io.mysimbdp.emulator.random.Dice;

/** The community areas of the city, the busy ones drawn more often, and where they lie. */
final class TaxiPlaces {
  private static final int AREAS = 77;
  private static final int[] BUSY = {8, 32, 28, 76, 6, 7, 33};
  private static final double BUSY_SHARE = 0.75;
  private static final double TRACT = 0.62;

  private TaxiPlaces() {}

  /** A community area, 1 to 77. */
  static int draw(Dice dice) {
    double drawn = dice.unit();
    return drawn < BUSY_SHARE
        ? BUSY[(int) (BUSY.length * dice.unit() * dice.unit())]
        : 1 + dice.below(AREAS);
  }

  /** One of the area's four census tracts, or 0 for the area as a whole. */
  static int tract(Dice dice) {
    return dice.unit() < TRACT ? 1 + dice.below(4) : 0;
  }

  /** Appends the census tract's number, if there is one. */
  static void tract(int area, int tract, RowText text) {
    if (tract > 0) {
      text.text("17031").padded(area, 2).padded(tract * 100L, 4);
    }
  }

  /** Appends latitude, longitude and the point of both; nothing but commas for area 0. */
  static void centroid(int area, int tract, RowText text) {
    if (area == 0) {
      text.comma().comma();
      return;
    }
    long hash = Dice.hash(77, area, tract);
    int latitude = 41_660_000 + (int) (Dice.unit(hash) * 360_000);
    int longitude = 87_540_000 + (int) (new Dice(hash).unit() * 370_000);
    text.millionths(latitude).comma().text("-").millionths(longitude).comma();
    text.text("POINT (-").millionths(longitude).text(" ").millionths(latitude).text(")");
  }
}
