package io.mysimbdp.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hundred files of each of two streams, all open at once, in one order and little memory. */
class ManyFilesTest {
  private static final int FILES = 100;
  private static final int LINES = 2_000;

  @TempDir Path folder;

  @Test
  void theyAreMergedInSixtyFourMegabytes() throws IOException, InterruptedException {
    String job = "%d,,3418309,%d,qtecO1Ch7jJVOnxC2oFd9NwEZSj/HZM0JNsoCAQhfdQ=,2,name,logical%n";
    String task = "%d,,3418309,%d,4155527081,0,70s3v5qRyCO/1PCdI6fVXnrW8FU/w+5C=,3,9,0.1,,,%n";
    for (int file = 0; file < FILES; file++) {
      write("job-events", file, job);
      write("task-events", file, task);
    }
    Path output = folder.resolve("out");
    Process replay =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                ManyFilesReplay.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(replay.waitFor()).as(Files.readString(output)).isZero();
    assertThat(Files.readString(output)).contains("sent %d in order".formatted(2 * FILES * LINES));
  }

  /** Files that overlap in time throughout, with many ties. */
  private void write(String stream, int file, String line) throws IOException {
    Path path = Files.createDirectories(folder.resolve(stream)).resolve("part-" + file + ".csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
      for (int i = 0; i < LINES; i++) {
        out.write(line.formatted(i * 1_000L, file).getBytes(StandardCharsets.US_ASCII));
      }
    }
  }
}
