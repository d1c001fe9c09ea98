package io.mysimbdp.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StackAddressesTest {
  private static final StackOptions OPTIONS =
      StackOptions.of(new Project(Path.of("project")), Path.of("home"));

  /** As it comes to the supervisor, and from it to whoever submits a job. */
  private static StackAddresses handedOn(StackOptions options) throws Exception {
    ObjectMapper json = new ObjectMapper();
    StackOptions read = json.readValue(json.writeValueAsString(options), StackOptions.class);
    StackAddresses addresses = StackAddresses.of(read, StackPorts.choose(read));
    return json.readValue(json.writeValueAsString(addresses), StackAddresses.class);
  }

  @Test
  void jobsAreToldWhereTheServersAre() throws Exception {
    StackAddresses addresses = handedOn(OPTIONS);
    assertThat(addresses.toldToJobs()).isEqualTo(addresses);
  }

  @Test
  void withGatewaysJobsAreToldOfThoseAndNobodyElseIs() throws Exception {
    StackAddresses addresses = handedOn(OPTIONS.withGateways(11, 12).withPorts(0, 0, 0));
    assertThat(addresses.toldToJobs())
        .isEqualTo(new StackAddresses("127.0.0.1:11", "127.0.0.1:12", addresses.flink()));
    assertThat(addresses.kafka())
        .isNotEqualTo("127.0.0.1:11")
        .isNotEqualTo(addresses.gateways().kafkaBehind());
    assertThat(addresses.cassandra()).isNotEqualTo("127.0.0.1:12");
  }
}
