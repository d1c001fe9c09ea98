package io.mysimbdp.emulator.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.emulator.VmCpu;
import io.mysimbdp.emulator.input.InputFile;
import io.mysimbdp.emulator.input.Survey;
import io.mysimbdp.emulator.line.Line;
import io.mysimbdp.emulator.line.Lines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderTest {
  @TempDir Path folder;

  private static List<String> read(Lines lines) throws IOException {
    List<String> texts = new ArrayList<>();
    for (Line line = lines.next(); line != null; line = lines.next()) {
      texts.add(new String(line.bytes(), StandardCharsets.UTF_8));
    }
    lines.close();
    return texts;
  }

  private static InputFile file(Path folder, int index, List<String> lines) throws IOException {
    Path path = folder.resolve("in-" + index + ".csv");
    Files.write(path, lines);
    return new InputFile(index, path, VmCpu.readings(), false, 1 << 12);
  }

  private static String line(long time, String vm) {
    return time + "," + vm + ",1,2,3";
  }

  private static long timeOf(String line) {
    return Long.parseLong(line.substring(0, line.indexOf(',')));
  }

  @Test
  void aSortedFileIsReadAgainInsteadOfSorted() throws IOException {
    List<String> lines = IntStream.range(0, 50_000).mapToObj(i -> line(i / 7, "vm" + i)).toList();
    try (Survey survey = Survey.of(List.of(file(folder, 0, lines)), true, 1, (r, s) -> {})) {
      assertThat(survey.spilled()).isZero();
      assertThat(read(survey.sorted())).isEqualTo(lines);
    }
  }

  @Test
  void filesInAnyOrderAreMergedByTimeAndTiesStayAsTheyStood() throws IOException {
    List<String> all = new ArrayList<>();
    List<InputFile> files = new ArrayList<>();
    Random random = new Random(7);
    for (int f = 0; f < 3; f++) {
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < 20_000; i++) {
        lines.add(line(random.nextInt(500), "f" + f + "-" + i));
      }
      files.add(file(folder, f, lines));
      all.addAll(lines);
    }
    all.sort(Comparator.comparingLong(OrderTest::timeOf));
    try (Survey survey = Survey.of(files, true, 1 << 16, (r, s) -> {})) {
      assertThat(survey.spilled()).as("runs in the temporary file").isGreaterThan(10);
      assertThat(survey.records()).isEqualTo(60_000);
      assertThat(survey.earliest()).isEqualTo(VmCpu.ORIGIN);
      assertThat(survey.latest()).isEqualTo(VmCpu.ORIGIN + 499_000);
      assertThat(read(survey.sorted())).isEqualTo(all);
    }
  }

  @Test
  void aRecordWithoutAPlausibleTimeFollowsTheOneBeforeIt() throws IOException {
    List<String> lines =
        List.of(
            line(20, "a"),
            line(32_503_680_000L, "year 3000"),
            line(10, "b"),
            "x,bad",
            line(15, "c"));
    try (Survey survey = Survey.of(List.of(file(folder, 0, lines)), true, 1, (r, s) -> {})) {
      assertThat(read(survey.sorted()))
          .containsExactly(lines.get(2), lines.get(3), lines.get(4), lines.get(0), lines.get(1));
      assertThat(survey.latest()).isEqualTo(VmCpu.ORIGIN + 20_000);
    }
  }

  @Property(tries = 100)
  void theSortIsStableAtAnyMemory(
      @ForAll @Size(max = 600) List<@IntRange(max = 20) Integer> times,
      @ForAll @IntRange(min = 1, max = 20_000) int memory)
      throws IOException {
    List<String> expected = new ArrayList<>();
    try (ExternalSort sort = new ExternalSort(memory)) {
      for (int i = 0; i < times.size(); i++) {
        String text = times.get(i) + "," + i + "x".repeat(i % 50);
        expected.add(text);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sort.add(new Line().show(bytes, 0, bytes.length).at(0, i).when(times.get(i), true));
      }
      expected.sort(Comparator.comparingLong(OrderTest::timeOf));
      assertThat(read(new MergedLines(sort.runs()))).isEqualTo(expected);
    }
  }

  @Test
  void delaysMoveTheirShareOfRecordsByNoMoreThanTheySay() throws IOException {
    List<String> lines = IntStream.range(0, 20_000).mapToObj(i -> line(i, "vm" + i)).toList();
    InputFile file = file(folder, 0, lines);
    Delays delays = new Delays(0.1, Duration.ofMinutes(5));
    DelayedLines delayed = new DelayedLines(file.open(), delays, 5);
    List<String> sent = read(delayed);

    assertThat(delayed.delayed()).isBetween(1_800L, 2_200L);
    List<String> sorted = new ArrayList<>(sent);
    sorted.sort(Comparator.comparingLong(OrderTest::timeOf));
    assertThat(sorted).isEqualTo(lines);
    long high = 0;
    long late = 0;
    for (String line : sent) {
      high = Math.max(high, timeOf(line));
      late += timeOf(line) < high ? 1 : 0;
      assertThat(high - timeOf(line)).isLessThanOrEqualTo(300);
    }
    assertThat(late).isBetween(delayed.delayed() * 9 / 10, delayed.delayed());
    assertThat(read(new DelayedLines(file.open(), delays, 5))).isEqualTo(sent);
    assertThat(read(new DelayedLines(file.open(), delays, 6))).isNotEqualTo(sent);
    assertThat(read(new DelayedLines(file.open(), Delays.NONE, 5))).isEqualTo(lines);
  }

  @Test
  void whenTooMuchIsHeldBackTheNextOneDueLeavesEarly() throws IOException {
    List<String> lines = IntStream.range(0, 10_000).mapToObj(i -> line(i, "vm" + i)).toList();
    InputFile file = file(folder, 0, lines);
    Delays all = new Delays(1, Duration.ofDays(1));
    int held = 0;
    int most = 0;
    try (DelayedLines bounded = new DelayedLines(file.open(), all, 5, 120 * 100)) {
      List<String> sent = read(bounded);
      assertThat(sent).containsExactlyInAnyOrderElementsOf(lines);
      for (int i = 0; i < sent.size(); i++) {
        held = Math.max(held, (int) timeOf(sent.get(i)) + 1);
        most = Math.max(most, held - i);
      }
    }
    assertThat(most).isLessThan(150);
  }
}
