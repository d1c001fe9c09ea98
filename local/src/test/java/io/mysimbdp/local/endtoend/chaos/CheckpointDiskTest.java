package io.mysimbdp.local.endtoend.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointDiskTest {
  @TempDir Path directory;

  @Test
  void itCanBeFilledAndGoesAway() throws IOException {
    assumeTrue(CheckpointDisk.isPossible(), "nothing can be mounted here");
    Path file = directory.resolve("file");
    try (CheckpointDisk disk = CheckpointDisk.mount(directory)) {
      assertThat(disk.directory()).matches(CheckpointDisk::isUnder);
      assertThatThrownBy(() -> fill(file)).hasMessageContaining("No space left on device");
    }
    assertThat(directory).isEmptyDirectory();
    assertThat(CheckpointDisk.isUnder(directory)).isFalse();
  }

  private static void fill(Path file) throws IOException {
    byte[] mebibyte = new byte[1 << 20];
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int i = 0; i < 4_096; i++) {
        out.write(mebibyte);
      }
    }
  }
}
