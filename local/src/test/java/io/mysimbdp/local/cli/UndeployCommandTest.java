package io.mysimbdp.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.local.deploy.DeploymentFiles;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UndeployCommandTest {
  @TempDir Path home;

  @ParameterizedTest
  @ValueSource(strings = {"deploy", "replay"})
  void whatAPurgeThatWasBrokenOffHasLeftIsNotBuiltOn(String command) throws IOException {
    NotedStack stack = NotedStack.in(home);
    // It ends at its first step, since nobody serves.
    assertThat(stack.run("undeploy", "--purge")).isEqualTo(Failure.FAILED);
    assertThat(stack.run(command)).isEqualTo(Failure.WRONG_USE);
    assertThat(stack.err().toString()).contains("./mysimbdp undeploy vm-cpu --purge");
    assertThat(stack.files().wanted(NotedStack.TENANT)).isEmpty();
  }

  @Test
  void onlyAPurgeLeavesANote() throws IOException {
    NotedStack stack = NotedStack.in(home).withTenant();
    assertThat(stack.run("undeploy")).isZero();
    assertThat(stack.files().purging(NotedStack.TENANT)).isFalse();
  }

  @Test
  void theNoteOfAPurgeIsNoDeployment() throws IOException {
    DeploymentFiles files = NotedStack.in(home).files();
    files.beginPurge(NotedStack.TENANT);
    assertThat(files.purging(NotedStack.TENANT)).isTrue();
    assertThat(files.wanted()).isEmpty();
    files.endPurge(NotedStack.TENANT);
    assertThat(files.purging(NotedStack.TENANT)).isFalse();
  }
}
