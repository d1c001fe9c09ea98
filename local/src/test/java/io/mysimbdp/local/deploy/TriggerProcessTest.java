package io.mysimbdp.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.local.process.JavaCommand;
import io.mysimbdp.local.stack.Project;
import io.mysimbdp.local.stack.StackLayout;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TriggerProcessTest {
  @TempDir Path home;

  @Test
  void endsWhenItsMemoryRunsOutAsAllServersDo() {
    JavaCommand command =
        TriggerProcess.command("trigger-t", new Project(home), new StackLayout(home), "t");
    assertThat(command.jvmOptions()).contains("-XX:+ExitOnOutOfMemoryError");
    assertThat(command.arguments()).containsExactly(home.toString(), "t");
  }
}
