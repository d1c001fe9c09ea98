package io.mysimbdp.emulator.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticVmCpuTest {
  private static final VmCpuSpec DENSE = VmCpuSpec.DEFAULT.withSize(50, 60_000).withInterval(15, 1);

  @TempDir Path folder;

  private static List<String[]> readings(VmCpuSpec spec) {
    List<String[]> readings = new ArrayList<>();
    SyntheticVmCpu lines = new SyntheticVmCpu(spec);
    for (var line = lines.next(); line != null; line = lines.next()) {
      readings.add(new String(line.bytes(), StandardCharsets.US_ASCII).split(",", -1));
    }
    return readings;
  }

  @Test
  void theSameSpecificationGivesTheSameBytesEverywhere()
      throws IOException, NoSuchAlgorithmException {
    Path plain = folder.resolve("a.csv");
    Path packed = folder.resolve("a.csv.gz");
    SyntheticVmCpu.write(plain, DENSE);
    SyntheticVmCpu.write(packed, DENSE);
    byte[] bytes = Files.readAllBytes(plain);
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
      assertThat(in.readAllBytes()).isEqualTo(bytes);
    }
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
    assertThat(new BigInteger(1, digest).toString(16))
        .as("a change here changes everybody's synthetic data")
        .isEqualTo("21f624926563b38829f3a7f0c0e4a056eeabeabbcf4e7ec2b27ec3c3c70e461d");
    SyntheticVmCpu.write(packed, DENSE.withSeed(2));
    assertThat(packed).isNotEmptyFile();
    assertThat(readings(DENSE.withSeed(2)).get(0)).isNotEqualTo(readings(DENSE).get(0));
  }

  @Test
  void linesLookLikeTheTrace() throws IOException {
    Path file = folder.resolve("a.csv");
    SyntheticVmCpu.write(file, VmCpuSpec.DEFAULT.withSize(20, 2_000));
    String text = Files.readString(file);
    assertThat(text.split("\r\n")).hasSize(2_000);
    String percent = "(?:100|[0-9]{1,2}(?:\\.[0-9]{0,5}[1-9])?)";
    assertThat(text.split("\r\n"))
        .allSatisfy(
            line ->
                assertThat(line)
                    .matches("[0-9]+,[A-Za-z0-9+/]{64},(?:PC)?,PC,PC".replace("PC", percent)));
    assertThat(Arrays.stream(text.split("\r\n")).filter(line -> line.contains(",,")).count())
        .as("readings without min_cpu")
        .isBetween(5L, 50L);
    assertThat(text).startsWith("0,").contains("\r\n300,").doesNotContain("\r\n299,");
  }

  @Test
  void readingsComeInOrderOfTimeAndUnevenlySpread() {
    Map<String, TreeMap<Long, Set<Long>>> perWindow = new TreeMap<>();
    long high = 0;
    for (String[] cells : readings(DENSE)) {
      long second = Long.parseLong(cells[0]);
      assertThat(second).isGreaterThanOrEqualTo(high);
      high = second;
      perWindow
          .computeIfAbsent(cells[1], vm -> new TreeMap<>())
          .computeIfAbsent(second / 180, window -> new HashSet<>())
          .add(second);
    }
    assertThat(perWindow).hasSize(50);
    assertThat(high).isLessThan(DENSE.end()).isEqualTo(high);
    Set<Long> gaps = new HashSet<>();
    for (TreeMap<Long, Set<Long>> windows : perWindow.values()) {
      assertThat(windows).hasSize(100);
      assertThat(windows.values()).allSatisfy(seconds -> assertThat(seconds).hasSize(12));
      List<Long> seconds = windows.get(3L).stream().sorted().toList();
      for (int i = 1; i < seconds.size(); i++) {
        gaps.add(seconds.get(i) - seconds.get(i - 1));
      }
    }
    assertThat(gaps).hasSizeGreaterThan(20);
  }

  @Property(tries = 40)
  void theOverloadedMachinesAreThoseThatWereAskedFor(
      @ForAll @IntRange(min = 1, max = 40) int vms,
      @ForAll @IntRange(min = 1, max = 200) int slots,
      @ForAll @IntRange(max = 10) int tenths,
      @ForAll boolean dense) {
    VmCpuSpec spec =
        VmCpuSpec.DEFAULT
            .withSize(vms, (long) vms * slots)
            .withInterval(dense ? 15 : 300, dense ? 1 : 0)
            .withOverloaded(tenths / 10.0);
    Map<String, TreeMap<Long, List<Double>>> maxima = new TreeMap<>();
    for (String[] cells : readings(spec)) {
      maxima
          .computeIfAbsent(cells[1], vm -> new TreeMap<>())
          .computeIfAbsent(Long.parseLong(cells[0]) / 180, window -> new ArrayList<>())
          .add(Double.parseDouble(cells[3]));
    }
    Set<String> overloaded = new HashSet<>();
    maxima.forEach(
        (vm, windows) -> {
          long anomalies =
              windows.values().stream()
                  .filter(w -> w.stream().mapToDouble(d -> d).average().orElseThrow() > 90)
                  .count();
          if (anomalies * 100 >= windows.size() * 80L) {
            overloaded.add(vm);
          }
        });
    assertThat(overloaded).hasSize((int) Math.floor(vms * (tenths / 10.0)));
    assertThat(SyntheticVmCpu.overloaded(spec)).containsExactlyInAnyOrderElementsOf(overloaded);
  }
}
