package io.mysimbdp.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mysimbdp.local.deploy.DeploymentFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What does not need servers: a tenant that is deployed, and how it is doing. */
class DeployCommandTest {
  private static final String TROUBLE = "Flink refused POST /jars/x/run (HTTP 400): reset";

  @TempDir Path home;
  private NotedStack stack;

  @BeforeEach
  void aTenantIsDeployed() throws IOException {
    stack = NotedStack.in(home).withTenant();
  }

  @Test
  void aTroubleIsSaidAndWaitedFor() throws Exception {
    stack.status(TROUBLE);
    StringWriter said = new StringWriter();
    PrintWriter passingOnceSaid =
        new PrintWriter(said) {
          @Override
          public void flush() {
            super.flush();
            statusIs(DeploymentFiles.RUNNING);
          }
        };
    assertThat(stack.parsed(new DeployCommand(), passingOnceSaid).call()).isZero();
    assertThat(said.toString()).containsOnlyOnce(TROUBLE);
    assertThat(stack.out().toString()).contains("Tenant vm-cpu runs");
    assertThat(stack.files().wanted(NotedStack.TENANT)).isPresent();
  }

  @Test
  void whatWasDeployedBeforeStaysDeployed() throws IOException {
    stack.status(TROUBLE);
    DeployCommand deploy =
        stack.parsed(new DeployCommand(Duration.ZERO), new PrintWriter(new StringWriter()));
    Failure failure = catchThrowableOfType(Failure.class, deploy::call);
    assertThat(failure)
        .hasMessageContaining("is deployed, but does not run yet")
        .hasMessageContaining(TROUBLE);
    assertThat(failure.status()).isEqualTo(Failure.FAILED);
    assertThat(stack.files().wanted(NotedStack.TENANT)).isPresent();
  }

  private void statusIs(String text) {
    try {
      stack.status(text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot note a status", e);
    }
  }
}
