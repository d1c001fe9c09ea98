package io.mysimbdp.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.mysimbdp.emulator.input.Input;
import io.mysimbdp.platform.definition.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The real files that lie beside the project where it is developed; without them, skipped. */
class RealSamplesTest {
  private static Path file(String name) {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path file = at.resolve("shared/data").resolve(name);
      if (Files.exists(file)) {
        return file;
      }
    }
    assumeThat(false).as("skipped: no directory above holds shared/data/%s", name).isTrue();
    return Path.of(name);
  }

  private static Recording replay(Tenant tenant, Input... inputs)
      throws EmulationException, InterruptedException {
    Recording sink = new Recording(4);
    Emulation.run(
        tenant,
        EmulatorOptions.replaying(List.of(inputs)).dataset("d").build(),
        sink,
        ProgressListener.SILENT);
    return sink;
  }

  @Test
  void bothTaxiExports() throws EmulationException, InterruptedException, IOException {
    Recording sink =
        replay(
            Tenants.taxi(),
            new Input("trips", file("chicago-taxi/taxi_trips_2013_2016_export.csv")),
            new Input("trips", file("chicago-taxi/taxi_trips_2024_export.csv")));
    assertThat(sink.times(Tenants.taxi())).hasSize(1_349).isSorted();
  }

  @Test
  void sightingsOfTwentySevenPeople() throws EmulationException, InterruptedException, IOException {
    Recording sink =
        replay(
            Tenants.restHome(),
            new Input("sightings", file("indoor-localisation/indoor_localisation.csv")));
    assertThat(sink.times(Tenants.restHome())).hasSize(4_160).isSorted();
  }

  @Test
  void twoStreamsOfTheClusterInOneOrder()
      throws EmulationException, InterruptedException, IOException {
    Recording sink =
        replay(
            Tenants.cluster(),
            new Input("job-events", file("google-cluster/job_events-part-00000-of-00500.csv.gz")),
            new Input(
                "task-events", file("google-cluster/task_events-part-00000-of-00500.csv.gz")));
    assertThat(sink.times(Tenants.cluster())).hasSize(10_704 + 450_146).isSorted();
    assertThat(sink.records().get(0).stream()).isEqualTo("job-events");
  }
}
