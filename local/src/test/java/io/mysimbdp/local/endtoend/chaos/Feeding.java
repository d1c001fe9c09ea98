package io.mysimbdp.local.endtoend.chaos;

import java.time.LocalDate;
import java.util.List;

/** How the made-up data of each tenant are asked for, dataset after dataset in event time. */
enum Feeding {
  /** Five weeks of trips, and a day in between. */
  TAXI("taxi", 5_000, 360, 120) {
    @Override
    List<String> when(int number) {
      return List.of("--days=35", "--first-day=" + LocalDate.of(2016, 1, 1).plusDays(36L * number));
    }
  },
  /**
   * A day of the trace after the other; so few records that none lies at the trace's end. It has
   * room for 27. What was there "before the trace began" comes ten minutes late.
   */
  CLUSTER("cluster", 1_900, 480, 180) {
    @Override
    List<String> when(int number) {
      LocalDate day = LocalDate.of(2011, 5, 2).plusDays(number);
      return number >= 27
          ? List.of()
          : List.of(
              "--days=1",
              "--stamp=" + day + "T00:00:00Z",
              "--from=" + day + "T23:00:00Z",
              "--close=" + day.plusDays(1) + "T23:00:00Z");
    }
  },
  /** Eighteen days in the building, and a day in between. */
  REST_HOME("rest-home", 5_000, 360, 240) {
    @Override
    List<String> when(int number) {
      return inTheBuilding(number);
    }
  },
  /** The same building. */
  OFFICE("office", 5_000, 360, 360) {
    @Override
    List<String> when(int number) {
      return inTheBuilding(number);
    }
  };

  private final String tenant;
  private final int records;
  private final int seconds;
  private final int firstSeconds;

  Feeding(String tenant, int records, int seconds, int firstSeconds) {
    this.tenant = tenant;
    this.records = records;
    this.seconds = seconds;
    this.firstSeconds = firstSeconds;
  }

  /** The options that place a dataset in event time; empty if there is no room for it. */
  abstract List<String> when(int number);

  private static List<String> inTheBuilding(int number) {
    return List.of("--days=18", "--first-day=" + LocalDate.of(2017, 10, 16).plusDays(19L * number));
  }

  /** How many records each dataset has. */
  int records() {
    return records;
  }

  /**
   * How many seconds a dataset lasts in the long form. The first one of each tenant is of another
   * length, so that they do not end theirs together: then one is always about to.
   */
  int seconds(int number) {
    return number == 0 ? firstSeconds : seconds;
  }

  /** Of a tenant. */
  static Feeding of(String tenant) {
    for (Feeding feeding : values()) {
      if (feeding.tenant.equals(tenant)) {
        return feeding;
      }
    }
    throw new IllegalArgumentException("the chaos suite does not know how to feed " + tenant);
  }
}
