package io.mysimbdp.local.endtoend.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.local.endtoend.data.Trace;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileOracleTest {
  private static final long T = Reading.ORIGIN;

  @TempDir private Path folder;

  @Test
  void readsTheDatasetsOwnFormatZippedOrNot() throws IOException {
    Path file = folder.resolve("readings.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("0,+Zc/w=,,3.5,1\r\n60,+Zc/w=,1.0,4.5,2\r\n".getBytes(StandardCharsets.UTF_8));
    }
    FileOracle oracle = FileOracle.of(List.of(file));
    assertThat(oracle.readings()).isEqualTo(2);
    assertThat(oracle.from()).isEqualTo(T);
    assertThat(oracle.close()).isEqualTo(T + 60_001);
    assertThat(oracle.finalEnd()).isEqualTo(T + 900_000);
    assertThat(
            oracle
                .analytics()
                .silver(VmCpu.WINDOWS)
                .differenceTo(
                    Stream.of(VmCpu.WINDOWS.row("+Zc/w=", T, T + 180_000, 4.0, 4.5, 2L, false))))
        .isEmpty();
  }

  @Test
  void aMadeUpTraceHasTenReadingsAndMoreInEachWindowAndEveryKindOfVm() {
    Path file = new Trace(40, 5_000, 1).write(folder.resolve("trace.csv"));
    Analytics analytics = FileOracle.of(List.of(file)).analytics();
    long windows = analytics.silver(VmCpu.WINDOWS).size();
    assertThat(analytics.pairs(VmCpu.WINDOWS)).isGreaterThan(5_000).isGreaterThan(10 * windows);
    assertThat(windows % 40).isZero();
    assertThat(analytics.anomalies().size()).isBetween(windows / 20, windows / 4);
    assertThat(analytics.pairs(VmCpu.SPIKES)).isPositive();
  }
}
