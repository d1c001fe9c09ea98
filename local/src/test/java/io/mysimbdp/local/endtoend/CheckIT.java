package io.mysimbdp.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.local.endtoend.stack.CommandLine;
import io.mysimbdp.local.endtoend.stack.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check} reads a definition to its end, however much is wrong with it. */
class CheckIT {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Pattern PLACE = Pattern.compile("tenant\\.yaml:(\\d+):(\\d+)");

  /** Right text and wrong text; each wrong text breaks another rule. */
  private static final Map<String, String> MISTAKES =
      Map.of(
          "out_of_orderness: 30s", "out_of_ordernes: 30s",
          "key: [vm_id]", "key: [min_cpu]",
          "max_cpu >= 0.0 && max_cpu <= 100.0", "max_cpuu >= 0.0",
          "\"avg_max_cpu > 90.0\"", "\"avg_max_cpu > 'a lot'\"",
          "{sliding: 15m, every: 5m}", "{sliding: 15m, every: 20m}",
          "readings: count()", "readings: quantity()",
          "from: vm_cpu_windows", "from: vm_cpu_window",
          "retention_days: 30", "retention_days: a month");

  @TempDir private Path folder;

  @Test
  void theTenantThatComesWithTheProjectIsRight() {
    check(definitions().resolve("vm-cpu")).succeeded();
    new CommandLine(folder).start("check", "vm-cpu").await(PATIENCE).succeeded();
  }

  @Test
  void eightDifferentMistakesAreReportedAtOnceEachWithLineAndColumn() throws IOException {
    Path tenant = Files.createDirectories(folder.resolve("tenants/vm-cpu"));
    try (var files = Files.list(definitions().resolve("vm-cpu"))) {
      for (Path file : files.toList()) {
        Files.copy(file, tenant.resolve(file.getFileName()));
      }
    }
    Path yaml = tenant.resolve("tenant.yaml");
    String text = Files.readString(yaml);
    for (Map.Entry<String, String> mistake : MISTAKES.entrySet()) {
      assertThat(text).contains(mistake.getKey());
      text = text.replace(mistake.getKey(), mistake.getValue());
    }
    Files.writeString(yaml, text);

    Finished finished = check(yaml);

    assertThat(finished.exit()).as("%s", finished).isIn(1, 2);
    assertThat(reported(finished.said())).as("%s", finished).isEqualTo(wrong(text)).hasSize(8);
    assertThat(finished.said()).contains("out_of_orderness", "max_cpu", "vm_cpu_windows");
  }

  /** The lines for which something is reported. */
  private static Set<Integer> reported(String said) {
    Set<Integer> lines = new TreeSet<>();
    PLACE.matcher(said).results().forEach(place -> lines.add(Integer.valueOf(place.group(1))));
    return lines;
  }

  /** The lines in which a mistake was made. */
  private static Set<Integer> wrong(String text) {
    List<String> lines = text.lines().toList();
    Set<Integer> wrong = new TreeSet<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (MISTAKES.values().stream().anyMatch(line::contains)) {
        wrong.add(i + 1);
      }
    }
    return wrong;
  }

  private Finished check(Path what) {
    return new CommandLine(folder).start("check", what.toString()).await(PATIENCE);
  }

  private static Path definitions() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("tenants"))) {
        return at.resolve("tenants");
      }
    }
    throw new AssertionError("no folder tenants above " + Path.of("").toAbsolutePath());
  }
}
