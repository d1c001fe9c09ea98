package io.mysimbdp.local.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {
  @TempDir Path directory;

  @Test
  void theNewestCompleteOneIsFound() throws IOException {
    complete("job-a/chk-7", 1_000);
    Path newest = complete("job-b/chk-3", 3_000);
    complete("savepoint-x", 2_000);
    Files.createDirectories(directory.resolve("job-c/chk-9"));
    assertThat(Checkpoints.newest(directory)).contains(newest);
  }

  @Test
  void thereIsNoneToBeginWith() throws IOException {
    assertThat(Checkpoints.newest(directory)).isEmpty();
    assertThat(Checkpoints.newest(directory.resolve("absent"))).isEmpty();
  }

  @Test
  void onlyWhatIsOlderIsForgotten() throws IOException {
    Path old = complete("job-a/chk-7", 1_000);
    Path newest = complete("job-b/chk-3", 3_000);
    Files.createDirectories(directory.resolve("job-c"));
    Checkpoints.forgetOlder(directory, newest);
    assertThat(old).doesNotExist();
    assertThat(newest).exists();
    assertThat(directory.resolve("job-c")).exists();
  }

  private Path complete(String name, long time) throws IOException {
    Path checkpoint = Files.createDirectories(directory.resolve(name));
    Path metadata = Files.createFile(checkpoint.resolve("_metadata"));
    for (Path each = metadata; !each.equals(directory); each = each.getParent()) {
      Files.setLastModifiedTime(each, FileTime.fromMillis(time));
    }
    return checkpoint;
  }
}
