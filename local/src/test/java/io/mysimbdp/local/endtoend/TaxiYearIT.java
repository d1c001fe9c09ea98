package io.mysimbdp.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.local.endtoend.stack.OnStack;
import io.mysimbdp.local.endtoend.stack.Stack;
import io.mysimbdp.local.endtoend.stack.TenantRun;
import io.mysimbdp.local.endtoend.taxi.TaxiExport;
import io.mysimbdp.local.endtoend.taxi.TaxiOracle;
import io.mysimbdp.local.endtoend.taxi.TripYear;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A leap year of trips, with a day of 23 hours, a day of 25, and trips that are sent twice. */
@ExtendWith(OnStack.class)
class TaxiYearIT {
  private static final String EVENT_TIME = "event-time";
  private static final String FILE = "file";

  /** Parallelism, order of sending; trips sent as they stand lie less than what is late apart. */
  static Stream<Arguments> spreads() {
    return LongForm.asked()
        ? Stream.of(Arguments.of(1, EVENT_TIME), Arguments.of(2, EVENT_TIME), Arguments.of(3, FILE))
        : Stream.of(Arguments.of(3, FILE));
  }

  @ParameterizedTest(name = "parallelism {0}, order {1}")
  @MethodSource("spreads")
  void daysMonthsQuartersAndTheYearAreExactToTheCent(int parallelism, String order, Stack stack) {
    int trips = LongForm.either(20_000, 500_000);
    TripYear.Order written =
        order.equals(FILE) ? TripYear.Order.NEARLY_BY_START : TripYear.Order.SHUFFLED;
    Path year = new TripYear(trips, written, 17).write(stack.folder("year").resolve("2016.csv"));
    TaxiOracle oracle = TaxiOracle.of(year);
    assertThat(oracle.duplicates()).isEqualTo(trips / 100);

    Path folder =
        TenantRun.of(
                stack,
                "taxi",
                year,
                "--order",
                order,
                "--parallelism",
                Integer.toString(parallelism))
            .export();

    new TaxiExport(folder).has(oracle);
  }
}
