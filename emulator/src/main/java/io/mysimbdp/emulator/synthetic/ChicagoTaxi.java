package io.mysimbdp.emulator.synthetic;

import io.mysimbdp.emulator.line.Line;
import io.mysimbdp.emulator.line.Lines;
import io.mysimbdp.emulator.random.Dice;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Taxi trips of a city, by the hour of the day and the day of the week, in the 23 columns of its
 * export. With the oddities of the real files: times on a grid of 15 minutes, money with and
 * without a dollar sign, empty cells, totals that do not add up, a few trips that come twice.
 */
public final class ChicagoTaxi implements SyntheticData {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MM/dd/yyyy hh:mm:ss a", Locale.US);
  private static final double REPEATED = 0.001;

  private final SyntheticSize size;
  private final ZoneId zone;
  private final LocalDate first;
  private final int days;
  private final int taxis;

  /**
   * Usually a year of 500 taxis from 2016-01-01.
   *
   * @param zone of the local times
   */
  public ChicagoTaxi(SyntheticSize size, ZoneId zone) {
    this.size = size;
    this.zone = zone;
    this.first = size.firstDayOr(LocalDate.of(2016, 1, 1));
    this.days = size.daysOr(first.lengthOfYear());
    this.taxis = size.entitiesOr(500);
  }

  @Override
  public List<Shape> shapes() {
    return List.of(
        new Shape(
            List.of(
                "trip_id",
                "taxi_id",
                "trip_start_timestamp",
                "trip_end_timestamp",
                "trip_seconds",
                "trip_miles",
                "pickup_census_tract",
                "dropoff_census_tract",
                "pickup_community_area",
                "dropoff_community_area",
                "fare",
                "tips",
                "tolls",
                "extras",
                "trip_total",
                "payment_type",
                "company",
                "pickup_centroid_latitude",
                "pickup_centroid_longitude",
                "pickup_centroid_location",
                "dropoff_centroid_latitude",
                "dropoff_centroid_longitude",
                "dropoff_centroid_location"),
            true));
  }

  @Override
  public long records() {
    return size.recordsOr(10_000);
  }

  @Override
  public boolean wholeDays() {
    return true;
  }

  @Override
  public Lines edges() {
    return Samples.of(
        0,
        List.of(
            edge(LocalClock.firstSecond(first, zone)),
            edge(LocalClock.lastSecond(first.plusDays(days - 1L), zone))));
  }

  private static String edge(LocalDateTime time) {
    return ",," + TIME.format(time) + ",".repeat(20);
  }

  @Override
  public Lines lines() {
    return new Trips();
  }

  /** Evenings are busy, Friday and Saturday nights too, and summers more than winters. */
  private static double rhythm(LocalDateTime quarter) {
    int hour = quarter.getHour();
    boolean weekend = quarter.getDayOfWeek().getValue() >= 6;
    double day = hour < 5 ? (weekend ? 1 : 0.3) : hour < 8 ? 0.6 : hour < 16 ? 1 : 1.6;
    double season = 1 + 0.2 * StrictMath.sin((quarter.getDayOfYear() - 80) / 58.0);
    return day * season * (weekend ? 0.9 : 1);
  }

  /** One pass over the data. */
  private final class Trips implements Lines {
    private final Timetable timetable =
        new Timetable(first, days, zone, records(), size.seed(), ChicagoTaxi::rhythm);
    private final TaxiTrip trip = new TaxiTrip(size.seed(), taxis);
    private final RowText text = new RowText();
    private final Line line = new Line();
    private long number;

    @Override
    public Line next() {
      long micros = timetable.next();
      if (micros == Long.MIN_VALUE) {
        return null;
      }
      Dice dice = new Dice(Dice.hash(size.seed(), number, 7));
      if (number == 0 || dice.unit() >= REPEATED) {
        text.clear();
        trip.write(number, LocalClock.quarter(micros), dice, text);
      }
      return line.show(text.data(), 0, text.length()).at(0, ++number);
    }
  }

  /** Appends what the clocks show. */
  static void time(long micros, RowText text) {
    LocalDateTime time = LocalClock.at(micros);
    int hour = time.getHour() % 12;
    text.padded(time.getMonthValue(), 2).text("/").padded(time.getDayOfMonth(), 2).text("/");
    text.padded(time.getYear(), 4).text(" ").padded(hour == 0 ? 12 : hour, 2).text(":");
    text.padded(time.getMinute(), 2).text(":").padded(time.getSecond(), 2);
    text.text(time.getHour() < 12 ? " AM" : " PM");
  }
}
