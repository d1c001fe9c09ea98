package io.mysimbdp.local.endtoend.stack;

import io.mysimbdp.local.endtoend.oracle.GateOutcome;
import io.mysimbdp.local.endtoend.oracle.RawTopic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code run vm-cpu --input … --export …} on the shared stack.
 *
 * @param folder where it exports to
 * @param options besides input and export
 */
public record VmCpuRun(Stack stack, Path input, Path folder, List<String> options) {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** A run that exports into a directory of its own. */
  public static VmCpuRun of(Stack stack, Path input, String... options) {
    return new VmCpuRun(stack, input, stack.folder("export"), List.of(options));
  }

  /** Runs to a good end. */
  public Export export() {
    start().await(PATIENCE).succeeded();
    return new Export(folder);
  }

  /** Starts it and returns at once. */
  public CommandLine.Running start() {
    List<String> arguments =
        new ArrayList<>(
            List.of("run", "vm-cpu", "--input", input.toString(), "--export", folder.toString()));
    arguments.addAll(options);
    return stack.commands().start(arguments.toArray(String[]::new));
  }

  /** What a run exported, and what it should have by the rule of the gate. */
  public record Judged(Export export, GateOutcome expected) {

    /** All of it is as it should be. */
    public Judged holds() {
      export.has(expected.analytics(), expected.dataset().finalEnd()).hasGated(expected);
      return this;
    }
  }

  /** Runs to a good end, keeps the raw topic, and judges it. */
  public Judged judged() {
    Kafka kafka = new Kafka(stack.brokers());
    Set<String> before = kafka.topics();
    List<String> keeping = new ArrayList<>(options);
    keeping.add("--keep");
    Export done = new VmCpuRun(stack, input, folder, keeping).export();
    String raw =
        kafka.topics().stream()
            .filter(topic -> !before.contains(topic) && topic.endsWith(".raw.readings"))
            .findFirst()
            .orElseThrow(() -> new AssertionError("run --keep left no raw topic"));
    GateOutcome expected = RawTopic.judge(kafka, raw);
    String alias = raw.substring(0, raw.indexOf(".raw."));
    new FlinkJobs(stack.flink()).cancelAll(alias);
    return new Judged(done, expected);
  }
}
