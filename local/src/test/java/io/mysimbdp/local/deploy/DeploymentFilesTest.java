package io.mysimbdp.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.local.stack.StackLayout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentFilesTest {
  private static final int TIMES = 5_000;

  @Test
  void whoReadsAStatusWhileItIsWrittenSeesItWhole(@TempDir Path home) throws Exception {
    DeploymentFiles files = new DeploymentFiles(new StackLayout(home));
    files.status("taxi", DeploymentFiles.RUNNING);
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(
            () -> {
              try {
                for (int i = 0; i < TIMES; i++) {
                  files.status("taxi", DeploymentFiles.RUNNING);
                }
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    while (!writer.isDone()) {
      assertThat(files.status("taxi")).contains(DeploymentFiles.RUNNING);
    }
    writer.join();
    assertThat(files.present()).containsExactly("taxi");
  }
}
