package io.mysimbdp.local.endtoend;

import io.mysimbdp.local.endtoend.indoor.Customer;
import io.mysimbdp.local.endtoend.indoor.Disturbed;
import io.mysimbdp.local.endtoend.indoor.IndoorExport;
import io.mysimbdp.local.endtoend.indoor.IndoorOracle;
import io.mysimbdp.local.endtoend.stack.OnStack;
import io.mysimbdp.local.endtoend.stack.Stack;
import io.mysimbdp.local.endtoend.stack.TenantRun;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A year of real sightings of 27 people, for both customers. */
@ExtendWith(OnStack.class)
class IndoorSampleIT {
  private static final String SAMPLE = "indoor-localisation/indoor_localisation.csv";

  static Stream<Customer> customers() {
    return Stream.of(Customer.REST_HOME, Customer.OFFICE);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("customers")
  @EnabledIfSystemProperty(named = LongForm.PROPERTY, matches = LongForm.NOT_BRIEF)
  void isExact(Customer customer, Stack stack) {
    Path sample = SharedData.file(SAMPLE);
    Path export = TenantRun.of(stack, customer.tenant(), sample, "--header").export();
    new IndoorExport(export).has(IndoorOracle.of(customer, sample));
  }

  static Stream<Arguments> spreads() {
    return LongForm.asked()
        ? customers().flatMap(customer -> Stream.of(1, 2, 3).map(n -> Arguments.of(customer, n)))
        : Stream.of(Arguments.of(Customer.OFFICE, 3));
  }

  @ParameterizedTest(name = "{0}, parallelism {1}")
  @MethodSource("spreads")
  void disorderThatTheTenantPutsUpWithChangesNothing(
      Customer customer, int parallelism, Stack stack) {
    Path sample = SharedData.file(SAMPLE);
    Path disturbed =
        Disturbed.copy(sample, stack.folder("sightings").resolve("disturbed.csv"), parallelism);
    Path export =
        TenantRun.of(
                stack,
                customer.tenant(),
                disturbed,
                "--header",
                "--order",
                "file",
                "--parallelism",
                Integer.toString(parallelism))
            .export();
    new IndoorExport(export).has(IndoorOracle.of(customer, sample));
  }
}
