package io.mysimbdp.emulator.synthetic;

import io.mysimbdp.emulator.line.Line;
import io.mysimbdp.emulator.line.Lines;
import io.mysimbdp.emulator.random.Dice;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Job and task events of a compute cluster in one order of time. The first events carry the time 0
 * (before the trace began), the last ones 2^63-1 (after it ended), all others microseconds from 600
 * s on.
 */
public final class GoogleCluster implements SyntheticData {
  private static final long BEGIN = 600_000_000;
  private static final long MICROS_A_DAY = 86_400_000_000L;
  private static final LocalDate ZERO = LocalDate.EPOCH;
  private static final int JOBS = 0;
  private static final int TASKS = 1;
  private static final double JOB_SHARE = 0.03;
  private static final double BEFORE = 0.02;
  private static final double AFTER = 0.0005;
  private static final double LACKING = 0.0007;
  private static final int[] EVENT_TYPES = {0, 0, 0, 0, 1, 1, 1, 1, 4, 4, 4, 5, 5, 2, 3, 8};
  private static final String[] REQUESTS = {"0", "0.0125", "0.02499", "0.03125", "0.0625", "0.125"};
  private static final String[] DISKS = {"0.0004044", "7.057e-05", "2.098e-05", "0.0002155", "0"};

  private final SyntheticSize size;
  private final int days;
  private final int machines;
  private final long before;
  private final long after;

  /** Usually a day of 50 machines. */
  public GoogleCluster(SyntheticSize size) {
    if (size.firstDay() != null) {
      throw new IllegalArgumentException(
          "the trace of google-cluster counts from its own beginning; it has no other first day");
    }
    this.size = size;
    this.days = size.daysOr(1);
    this.machines = size.entitiesOr(50);
    this.before = (long) (records() * BEFORE);
    this.after = (long) (records() * AFTER);
  }

  @Override
  public List<Shape> shapes() {
    return List.of(
        new Shape(
            List.of(
                "time",
                "missing_info",
                "job_id",
                "event_type",
                "user",
                "scheduling_class",
                "job_name",
                "logical_job_name"),
            false),
        new Shape(
            List.of(
                "time",
                "missing_info",
                "job_id",
                "task_index",
                "machine_id",
                "event_type",
                "user",
                "scheduling_class",
                "priority",
                "cpu_request",
                "memory_request",
                "disk_space_request",
                "different_machines_restriction"),
            false));
  }

  @Override
  public long records() {
    return size.recordsOr(20_000);
  }

  @Override
  public boolean wholeDays() {
    return true;
  }

  @Override
  public Lines edges() {
    return Samples.of(
        JOBS,
        List.of(
                "0,,,,,,,",
                (BEGIN + days * MICROS_A_DAY - 1) + ",,,,,,,",
                Long.MAX_VALUE + ",,,,,,,")
            .subList(0, after > 0 ? 3 : 2));
  }

  @Override
  public Lines lines() {
    return new Events();
  }

  /** Waves of work that come and go within hours. */
  private static double rhythm(LocalDateTime quarter) {
    int at = quarter.getHour() * 4 + quarter.getMinute() / 15;
    return 1 + 0.5 * StrictMath.sin(at / 96.0 * 2 * StrictMath.PI) + (at % 11 == 0 ? 1 : 0);
  }

  /** One pass over the data. */
  private final class Events implements Lines {
    private final Timetable timetable =
        new Timetable(
            ZERO,
            days,
            ZoneOffset.UTC,
            records() - before - after,
            size.seed(),
            GoogleCluster::rhythm);
    private final RowText text = new RowText();
    private final Line line = new Line();
    private final long[] numbers = new long[2];
    private long made;

    @Override
    public Line next() {
      if (made == records()) {
        return null;
      }
      long time =
          made < before ? 0 : made < records() - after ? BEGIN + timetable.next() : Long.MAX_VALUE;
      Dice dice = new Dice(Dice.hash(size.seed(), made++, 2));
      text.clear();
      text.number(time).comma();
      int kind = dice.unit() < JOB_SHARE ? JOBS : TASKS;
      int job = dice.below(20 * machines);
      if (kind == JOBS) {
        job(job, dice);
      } else {
        task(job, dice);
      }
      return line.show(text.data(), 0, text.length()).at(kind, ++numbers[kind]);
    }

    private void job(int job, Dice dice) {
      text.comma().number(jobId(job)).comma();
      text.number(EVENT_TYPES[dice.below(EVENT_TYPES.length)]).comma();
      user(job);
      text.hidden(Dice.hash(size.seed(), job, 4))
          .comma()
          .hidden(Dice.hash(size.seed(), job / 8, 5));
    }

    private void task(int job, Dice dice) {
      boolean lacking = dice.unit() < LACKING;
      int type = EVENT_TYPES[dice.below(EVENT_TYPES.length)];
      text.text(lacking ? "2" : "").comma().number(jobId(job)).comma();
      text.number((int) (2000 * dice.unit() * dice.unit())).comma();
      if (type != 0 && dice.unit() < 0.98) {
        text.number(Dice.hash(size.seed(), dice.below(machines), 6) >>> 32);
      }
      text.comma().number(type).comma();
      user(job);
      text.number(job % 12).comma();
      if (lacking) {
        text.comma().comma().comma();
        return;
      }
      text.text(REQUESTS[dice.below(REQUESTS.length)]).comma();
      text.millionths(dice.below(100_000)).comma();
      text.text(DISKS[dice.below(DISKS.length)]).comma().number(job % 5 == 0 ? 1 : 0);
    }

    private void user(int job) {
      text.hidden(Dice.hash(size.seed(), job / 16, 3)).comma().number(job % 4).comma();
    }

    private long jobId(int job) {
      return 3_418_309L + 6_271L * job;
    }
  }
}
