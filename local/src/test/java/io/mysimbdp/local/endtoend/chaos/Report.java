package io.mysimbdp.local.endtoend.chaos;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run came to.
 *
 * @param facts what else there is to know, in order
 * @param troubles whatever went wrong besides the comparisons
 */
record Report(
    ChaosOptions options,
    Plan plan,
    Duration duration,
    List<Outcome> outcomes,
    List<Comparison> comparisons,
    Map<String, Long> facts,
    List<String> troubles) {

  private static final Comparator<Cell> ORDER =
      Comparator.comparing(Cell::target).thenComparing(Cell::fault);

  /** One cell of the matrix with what came of its faults. */
  private record Line(Cell cell, long planned, long counted, List<Duration> recoveries) {
    String median() {
      return recoveries.isEmpty() ? "" : seconds(recoveries.get((recoveries.size() - 1) / 2));
    }

    String worst() {
      return recoveries.isEmpty() ? "" : seconds(recoveries.get(recoveries.size() - 1));
    }
  }

  /** Whether nothing was lost, doubled or wrong, and every planned fault was done and outlived. */
  boolean good() {
    return isExact() && counted() == options.faults();
  }

  private boolean isExact() {
    return troubles.isEmpty()
        && comparisons.stream().allMatch(Comparison::holds)
        && outcomes.stream().filter(Outcome::done).allMatch(Outcome::recovered);
  }

  private long counted() {
    return outcomes.stream().filter(Outcome::counted).count();
  }

  private String verdict() {
    if (!isExact()) {
      return "**Not exact**";
    }
    return "Nothing lost, nothing doubled, nothing wrong"
        + (good() ? "" : ", **but not every fault was done**");
  }

  private List<Line> lines() {
    Map<Cell, Long> planned =
        plan.strikes().stream()
            .collect(groupingBy(Strike::cell, () -> new TreeMap<>(ORDER), counting()));
    List<Line> lines = new ArrayList<>();
    for (Map.Entry<Cell, Long> cell : planned.entrySet()) {
      List<Outcome> counted =
          outcomes.stream()
              .filter(Outcome::counted)
              .filter(outcome -> outcome.strike().cell().equals(cell.getKey()))
              .toList();
      lines.add(
          new Line(
              cell.getKey(),
              cell.getValue(),
              counted.size(),
              counted.stream()
                  .filter(Outcome::recovered)
                  .map(Outcome::recovery)
                  .sorted()
                  .toList()));
    }
    return lines;
  }

  /** The report for people. */
  String markdown() {
    StringBuilder text = new StringBuilder();
    text.append("# Chaos run with seed %d\n\n".formatted(options.seed()));
    text.append(
        "%s. Tenants: %s. %d faults planned, %d counted, in %s.\n\n"
            .formatted(
                verdict(),
                String.join(", ", options.tenants()),
                options.faults(),
                counted(),
                minutes(duration)));
    text.append("The same faults again: `%s`.\n\n".formatted(options.command()));
    text.append("| target | fault | planned | counted | recovery, median | worst |\n");
    text.append("|---|---|--:|--:|--:|--:|\n");
    for (Line line : lines()) {
      text.append(
          "| %s | %s | %d | %d | %s | %s |\n"
              .formatted(
                  line.cell().target(),
                  line.cell().fault(),
                  line.planned(),
                  line.counted(),
                  line.median(),
                  line.worst()));
    }
    Cell.all().stream()
        .filter(cell -> !cell.isPossible())
        .forEach(
            cell ->
                text.append(
                    "\nNot possible on this machine, where nothing can be mounted: %s.\n"
                        .formatted(cell)));
    text.append("\n| compared | rows | lost | doubled | wrong |\n|---|--:|--:|--:|--:|\n");
    for (Comparison comparison : comparisons) {
      text.append(
          "| %s | %,d | %,d | %,d | %,d |\n"
              .formatted(
                  comparison.what(),
                  comparison.rows(),
                  comparison.lost(),
                  comparison.doubled(),
                  comparison.wrong()));
    }
    text.append('\n');
    facts.forEach((what, count) -> text.append("- %s: %,d\n".formatted(what, count)));
    problems(text);
    return text.toString();
  }

  private void problems(StringBuilder text) {
    List<String> problems = new ArrayList<>(troubles);
    comparisons.stream()
        .filter(comparison -> !comparison.holds())
        .forEach(comparison -> problems.add(comparison.what() + ":\n" + comparison.text()));
    outcomes.stream()
        .filter(outcome -> !outcome.note().isEmpty())
        .forEach(outcome -> problems.add(outcome.strike() + ": " + outcome.note()));
    if (!problems.isEmpty()) {
      text.append("\n## What there is to say\n\n```\n");
      problems.forEach(problem -> text.append(problem).append('\n'));
      text.append("```\n");
    }
  }

  private static String seconds(Duration duration) {
    return "%.1f s".formatted(duration.toMillis() / 1e3);
  }

  private static String minutes(Duration duration) {
    return "%d min %d s".formatted(duration.toMinutes(), duration.toSecondsPart());
  }

  /** The report for programs. */
  String json() {
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.put("seed", options.seed());
    root.put("command", options.command());
    root.put("good", good());
    options.tenants().forEach(root.putArray("tenants")::add);
    root.put("seconds", duration.toSeconds());
    ArrayNode faults = root.putArray("faults");
    for (Outcome outcome : outcomes) {
      ObjectNode fault = faults.addObject();
      fault.put("number", outcome.strike().number());
      fault.put("target", outcome.strike().cell().target().toString());
      fault.put("fault", outcome.strike().cell().fault().toString());
      fault.put("counted", outcome.counted());
      fault.put("recovery_ms", outcome.recovered() ? outcome.recovery().toMillis() : null);
      fault.put("note", outcome.note());
    }
    ArrayNode compared = root.putArray("compared");
    for (Comparison comparison : comparisons) {
      compared
          .addObject()
          .put("what", comparison.what())
          .put("rows", comparison.rows())
          .put("lost", comparison.lost())
          .put("doubled", comparison.doubled())
          .put("wrong", comparison.wrong())
          .put("text", comparison.text());
    }
    facts.forEach(root.putObject("facts")::put);
    troubles.forEach(root.putArray("troubles")::add);
    return root.toPrettyString();
  }

  /** Writes both forms and returns the one for people. */
  Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    String name = String.format(Locale.ROOT, "chaos-%d", options.seed());
    Files.writeString(folder.resolve(name + ".json"), json());
    return Files.writeString(folder.resolve(name + ".md"), markdown());
  }
}
