package io.mysimbdp.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StackAddressesTest {
  /** As it comes to the supervisor, and from it to whoever submits a job. */
  private static StackAddresses handedOn(WantedPorts ports) throws Exception {
    ObjectMapper json = new ObjectMapper();
    StackOptions options =
        StackOptions.of(new Project(Path.of("project")), Path.of("home")).with(ports);
    StackOptions read = json.readValue(json.writeValueAsString(options), StackOptions.class);
    assertThat(read.ports()).isEqualTo(ports);
    StackAddresses addresses = StackAddresses.of(read.ports(), StackPorts.choose(read.ports()));
    return json.readValue(json.writeValueAsString(addresses), StackAddresses.class);
  }

  @Test
  void jobsAreToldWhereTheServersAre() throws Exception {
    StackAddresses addresses = handedOn(WantedPorts.ANY);
    assertThat(addresses.toldToJobs()).isEqualTo(addresses);
  }

  @Test
  void withGatewaysJobsAreToldOfThoseAndNobodyElseIs() throws Exception {
    StackAddresses addresses = handedOn(WantedPorts.ANY.behind(11, 12));
    assertThat(addresses.toldToJobs())
        .isEqualTo(new StackAddresses("127.0.0.1:11", "127.0.0.1:12", addresses.flink()));
    assertThat(addresses.kafka())
        .isNotEqualTo("127.0.0.1:11")
        .isNotEqualTo(addresses.gateways().kafkaBehind());
    assertThat(addresses.cassandra()).isNotEqualTo("127.0.0.1:12");
  }
}
