package io.mysimbdp.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFilesTest {
  @TempDir Path directory;

  @Test
  void keepsTheRunBeforeAndNoMore() throws IOException {
    LogFiles logs = new LogFiles(directory.resolve("logs"));
    logs.rotate();
    Files.writeString(logs.log("kafka"), "first");
    logs.rotate();
    Files.writeString(logs.log("kafka"), "second");
    logs.rotate();
    assertThat(logs.log("kafka")).doesNotExist();
    assertThat(directory.resolve("logs/previous/kafka.log")).hasContent("second");
  }

  @Test
  void whatWasPutDownForAWhileIsGoneWithTheNextRun() throws IOException {
    LogFiles logs = new LogFiles(directory.resolve("logs"));
    logs.rotate();
    Path unpacked = Files.createDirectory(logs.temporary().resolve("unpacked"));
    Files.writeString(unpacked.resolve("native.so"), "");
    logs.rotate();
    assertThat(logs.temporary()).isEmptyDirectory();
  }

  @Test
  void showsTheEndOfBothFiles() throws IOException {
    LogFiles logs = new LogFiles(directory);
    Files.writeString(logs.log("kafka"), "one\ntwo\nthree\n");
    Files.writeString(logs.out("kafka"), "printed\n");
    assertThat(logs.tail("kafka", 2)).isEqualTo("    two\n    three\n    printed");
    assertThat(logs.tail("nobody", 2)).isEmpty();
  }
}
