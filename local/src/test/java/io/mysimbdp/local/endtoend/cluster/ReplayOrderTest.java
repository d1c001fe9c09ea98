package io.mysimbdp.local.endtoend.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.emulator.Emulation;
import io.mysimbdp.emulator.EmulatorOptions;
import io.mysimbdp.emulator.input.Input;
import io.mysimbdp.local.stack.Project;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.definition.reading.Definitions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayOrderTest {
  @TempDir private Path folder;

  @Test
  void bothStreamsComeInOneOrderToTheMicrosecond() throws Exception {
    Tenant cluster = Definitions.read(Project.find().tenants().resolve("cluster"));
    ManyFiles files = ManyFiles.write(folder, 20, 200, 23);
    List<Input> inputs = files.inputs().stream().map(text -> Input.parse(text, cluster)).toList();
    try (ListingSink sink = new ListingSink()) {
      Emulation.run(cluster, EmulatorOptions.replaying(inputs).build(), sink, progress -> {});
      assertThat(sink.jobs()).isEqualTo(files.order());
    }
  }
}
