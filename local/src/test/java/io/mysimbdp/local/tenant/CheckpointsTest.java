package io.mysimbdp.local.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {
  private static final int MAGIC = 0x4960672d;
  private static final int VERSION = 4;

  @TempDir Path directory;

  @Test
  void theNewestCompleteOneIsFound() throws IOException {
    complete("job-a/chk-7", 7, 1_000);
    Path newest = complete("job-b/chk-12", 12, 3_000);
    complete("savepoint-x", 8, 2_000);
    Files.createDirectories(directory.resolve("job-c/chk-19"));
    assertThat(Checkpoints.newest(directory)).contains(newest);
  }

  /** A savepoint was taken while the clock was ahead; then the clock was set right. */
  @Test
  void whichIsTheNewestIsNotSaidByAClock() throws IOException {
    complete("savepoint-x", 7, 3_600_000);
    complete("job-b/chk-8", 8, 1_000);
    Path newest = complete("job-b/chk-9", 9, 2_000);
    assertThat(Checkpoints.newest(directory)).contains(newest);
  }

  @Test
  void thereIsNoneToBeginWith() throws IOException {
    assertThat(Checkpoints.newest(directory)).isEmpty();
    assertThat(Checkpoints.newest(directory.resolve("absent"))).isEmpty();
  }

  @Test
  void whatIsNoCheckpointIsNotPassedOver() throws IOException {
    Path damaged = Files.createDirectories(directory.resolve("job-a/chk-7"));
    Files.write(damaged.resolve("_metadata"), new byte[] {1, 2, 3});
    assertThatThrownBy(() -> Checkpoints.newest(directory))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("chk-7");
  }

  /** Also if the clock was set back while the job that goes on from it was started. */
  @Test
  void whatTheJobThatGoesOnHasWrittenIsKept() throws IOException {
    Path old = complete("job-a/chk-7", 7, 1_000);
    Path newest = complete("savepoint-x", 8, 3_600_000);
    Path next = complete("job-c/chk-9", 9, 1_000);
    Checkpoints.forgetOthers(directory, newest, "job-c");
    assertThat(old).doesNotExist();
    assertThat(newest).exists();
    assertThat(next).exists();
  }

  private Path complete(String name, long number, long time) throws IOException {
    Path checkpoint = Files.createDirectories(directory.resolve(name));
    Path metadata =
        Files.write(
            checkpoint.resolve("_metadata"),
            ByteBuffer.allocate(20).putInt(MAGIC).putInt(VERSION).putLong(number).array());
    for (Path each = metadata; !each.equals(directory); each = each.getParent()) {
      Files.setLastModifiedTime(each, FileTime.fromMillis(time));
    }
    return checkpoint;
  }
}
