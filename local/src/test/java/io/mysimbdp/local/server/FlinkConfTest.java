package io.mysimbdp.local.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysimbdp.local.stack.Project;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlinkConfTest {
  @Test
  void theProjectsSettingsSayWhatTheStackNeeds() throws IOException {
    FlinkConf conf = FlinkConf.read(Project.find().flinkConf());
    assertThat(conf.number("taskmanager.numberOfTaskSlots")).isEqualTo(12);
    assertThat(conf.mebibytes("taskmanager.memory.managed.size")).isEqualTo(768);
    assertThat(conf.jvmOptions()).contains("--add-opens=java.base/java.util=ALL-UNNAMED");
    assertThat(conf.values())
        .containsEntry("state.backend.type", "rocksdb")
        .containsEntry("pipeline.generic-types", "false")
        .containsEntry("execution.checkpointing.mode", "EXACTLY_ONCE")
        // Each deployment says where its JobManagers find their jobs.
        .doesNotContainKeys("high-availability.type", "high-availability.zookeeper.quorum")
        .containsEntry("job-result-store.delete-on-commit", "false");
  }

  @Test
  void readsSizes() {
    FlinkConf conf = new FlinkConf(Map.of("a", "1g", "b", "512m", "c", "64 Mb"));
    assertThat(conf.mebibytes("a", "b")).isEqualTo(1536);
    assertThatThrownBy(() -> conf.mebibytes("c"))
        .hasMessageContaining("c is '64 Mb', expected such as 512m");
    assertThatThrownBy(() -> conf.mebibytes("d")).hasMessageContaining("sets no d");
  }
}
