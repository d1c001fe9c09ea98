package io.mysimbdp.local.endtoend;

import io.mysimbdp.local.endtoend.stack.OnStack;
import io.mysimbdp.local.endtoend.stack.Stack;
import io.mysimbdp.local.endtoend.stack.TenantRun;
import io.mysimbdp.local.endtoend.taxi.TaxiExport;
import io.mysimbdp.local.endtoend.taxi.TaxiOracle;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real trips, in both formats of the City of Chicago and in no order of time. */
@ExtendWith(OnStack.class)
class TaxiSampleIT {
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"taxi_trips_2013_2016_export.csv", "taxi_trips_2024_export.csv"})
  void allSilverAndGoldAreExact(String file, Stack stack) {
    Path sample = SharedData.file("chicago-taxi/" + file);

    Path folder = TenantRun.of(stack, "taxi", sample).export();

    new TaxiExport(folder).has(TaxiOracle.of(sample));
  }
}
