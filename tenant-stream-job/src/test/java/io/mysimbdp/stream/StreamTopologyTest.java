package io.mysimbdp.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.definition.reading.Definitions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/** What runs in one thread together and is handed on without being serialized. */
class StreamTopologyTest {

  @Test
  void whatIsNeverSerializedStaysInItsChain() {
    assertThat(chains("../tenants/vm-cpu", "readings"))
        .anySatisfy(chain -> assertThat(chain).contains("gate-", "dispatch-", "pre-aggregation-"))
        .anySatisfy(chain -> assertThat(chain).contains("slices-", "rows-"))
        .anySatisfy(chain -> assertThat(chain).contains("completions", "silver"))
        .noneSatisfy(chain -> assertThat(chain).contains("sightings-"));
    assertThat(chains("src/test/resources/tenants/building", "sightings"))
        .anySatisfy(chain -> assertThat(chain).contains("gate-", "dispatch-", "sightings-"))
        .anySatisfy(chain -> assertThat(chain).contains("whereabouts-", "whereabouts.rows-"))
        .anySatisfy(chain -> assertThat(chain).contains("occupancy-", "occupancy.rows-"));
  }

  /** The names of the operators of each chain, one after another. */
  private static List<String> chains(String folder, String stream) {
    Tenant tenant = Definitions.read(Path.of(folder));
    StreamExecutionEnvironment environment = JobEnvironment.of(tenant, 2);
    StreamTopology.build(
        environment,
        tenant,
        new StreamTopology.Settings("localhost:1", Map.of(stream, 4), 2, 1000, 60_000, "ids"));
    List<String> chains = new ArrayList<>();
    for (JobVertex vertex : environment.getStreamGraph().getJobGraph().getVertices()) {
      chains.add(vertex.getName());
    }
    return chains;
  }
}
