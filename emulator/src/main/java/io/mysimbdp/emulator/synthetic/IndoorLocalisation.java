package io.mysimbdp.emulator.synthetic;

import io.mysimbdp.emulator.line.Line;
import io.mysimbdp.emulator.line.Lines;
import io.mysimbdp.emulator.random.Dice;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/**
 * People who move between the rooms of a building: more by day than by night, each with a favourite
 * room. With the oddities of the real file: hours without a leading zero, two names of one room,
 * lines that come twice, people in two rooms at one second.
 */
public final class IndoorLocalisation implements SyntheticData {
  private static final List<String> ROOMS =
      List.of(
          "livingroom",
          "kitchen",
          "bedroom",
          "yard",
          "bathroom",
          "hall",
          "warehouse",
          "living room");
  private static final double[] SHARES = {0.36, 0.24, 0.15, 0.10, 0.08, 0.03, 0.01, 0.03};
  private static final int FIRST_ID = 1_000;
  private static final double REPEATED = 0.024;
  private static final double TWO_ROOMS = 0.0005;
  private static final double STAYS = 0.3;
  private static final double OLDER_FORM = 0.3;

  private final SyntheticSize size;
  private final ZoneId zone;
  private final LocalDate first;
  private final int days;
  private final int people;

  /**
   * Usually 27 people over two weeks from 2017-10-16.
   *
   * @param zone of the local times
   */
  public IndoorLocalisation(SyntheticSize size, ZoneId zone) {
    this.size = size;
    this.zone = zone;
    this.first = size.firstDayOr(LocalDate.of(2017, 10, 16));
    this.days = size.daysOr(14);
    this.people = size.entitiesOr(27);
  }

  @Override
  public List<Shape> shapes() {
    return List.of(new Shape(List.of("part_id", "ts_date", "ts_time", "room"), true));
  }

  @Override
  public long records() {
    return size.recordsOr(4_000);
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
    return "%d,%04d%02d%02d,%d:%02d:%02d,hall"
        .formatted(
            FIRST_ID,
            time.getYear(),
            time.getMonthValue(),
            time.getDayOfMonth(),
            time.getHour(),
            time.getMinute(),
            time.getSecond());
  }

  @Override
  public Lines lines() {
    return new Sightings();
  }

  private static double rhythm(LocalDateTime quarter) {
    int hour = quarter.getHour();
    if (hour < 6 || hour == 23) {
      return 0.1;
    }
    return hour < 9 || (hour >= 17 && hour < 21) ? 2 : 1;
  }

  /** One pass over the data. */
  private final class Sightings implements Lines {
    private final Timetable timetable =
        new Timetable(first, days, zone, records(), size.seed(), IndoorLocalisation::rhythm);
    private final int[] room = new int[people];
    private final RowText text = new RowText();
    private final Line line = new Line();
    private int person;
    private LocalDateTime time;
    private long number;

    @Override
    public Line next() {
      long micros = timetable.next();
      if (micros == Long.MIN_VALUE) {
        return null;
      }
      Dice dice = new Dice(Dice.hash(size.seed(), number, 1));
      double odd = number == 0 ? 1 : dice.unit();
      if (odd >= REPEATED + TWO_ROOMS) {
        person = dice.below(people);
        time = LocalClock.at(micros);
      }
      if (odd >= REPEATED) {
        move(dice, odd >= REPEATED + TWO_ROOMS);
        write(dice);
      }
      return line.show(text.data(), 0, text.length()).at(0, ++number);
    }

    /** Into a room, which may be the one before. */
    private void move(Dice dice, boolean mayStay) {
      int before = room[person];
      if (mayStay && number > 0 && dice.unit() < STAYS) {
        return;
      }
      do {
        double drawn = dice.unit();
        int at = 0;
        while (at < SHARES.length - 1 && drawn >= SHARES[at]) {
          drawn -= SHARES[at++];
        }
        // Everyone has a favourite: half of the time the draw is turned to it.
        room[person] = dice.unit() < 0.5 ? at : Math.floorMod(at + person, 5);
      } while (!mayStay && room[person] == before);
    }

    private void write(Dice dice) {
      text.clear();
      text.number(FIRST_ID + 37L * person).comma();
      text.padded(time.getYear(), 4)
          .padded(time.getMonthValue(), 2)
          .padded(time.getDayOfMonth(), 2)
          .comma();
      text.padded(time.getHour(), dice.unit() < OLDER_FORM ? 1 : 2).text(":");
      text.padded(time.getMinute(), 2).text(":").padded(time.getSecond(), 2).comma();
      text.text(ROOMS.get(room[person]));
    }
  }
}
