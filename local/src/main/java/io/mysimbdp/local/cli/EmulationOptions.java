package io.mysimbdp.local.cli;

import io.mysimbdp.emulator.EmulatorOptions;
import io.mysimbdp.emulator.Pace;
import io.mysimbdp.emulator.fault.Fault;
import io.mysimbdp.emulator.fault.FaultPlan;
import io.mysimbdp.emulator.input.Input;
import io.mysimbdp.emulator.input.Inputs;
import io.mysimbdp.emulator.order.Delays;
import io.mysimbdp.platform.definition.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the emulator sends and how. */
final class EmulationOptions {
  @Option(
      names = "--input",
      paramLabel = "[STREAM=]PATH",
      arity = "1..*",
      description =
          "Files to replay, .csv or .csv.gz, a folder of them, or a pattern such as 'part-*.gz';"
              + " the raw stream is named if the tenant has several. May be given more than once.")
  private List<String> inputs = List.of();

  @Option(
      names = "--header",
      description =
          "The first line of each file names its columns (default: if most of its names are known).")
  private boolean header;

  @Mixin private SyntheticOptions synthetic;

  @Option(
      names = "--order",
      paramLabel = "ORDER",
      defaultValue = "event-time",
      description =
          "event-time: sorted by event time; file: as the lines stand (default:"
              + " ${DEFAULT-VALUE}).")
  private String order;

  @Option(
      names = "--rate",
      paramLabel = "RATE",
      defaultValue = "max",
      description =
          "max, records a second such as 5000, or multiples of real time such as 60x (default:"
              + " ${DEFAULT-VALUE}).")
  private String rate;

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      description = "Stop sending after this time, such as 90s, 10m or 2h.")
  private Duration duration;

  @Option(
      names = "--delayed",
      paramLabel = "SHARE",
      description = "Share of the records that are sent late, from 0 to 1.")
  private double delayed;

  @Option(
      names = "--delay",
      paramLabel = "TIME",
      defaultValue = "5m",
      description = "By how much event time at most (default: ${DEFAULT-VALUE}).")
  private Duration delay;

  @Option(
      names = "--faults",
      paramLabel = "SHARE",
      description = "Share of the records that are spoilt, from 0 to 1.")
  private double faults;

  @Option(
      names = "--fault-kinds",
      paramLabel = "KIND",
      split = ",",
      description = "Which faults, by comma (default: all). An unknown one lists them.")
  private List<String> kinds = List.of();

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of everything random (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--stamp",
      paramLabel = "TIME",
      description = "Move all event times so that the dataset begins here.")
  private Instant stamp;

  @Option(
      names = "--dataset",
      paramLabel = "NAME",
      description = "Name of the dataset (default: one is made up).")
  private String dataset;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description =
          "No record of the dataset has an earlier event time, such as 2019-01-01T00:00:00Z"
              + " (default: the earliest in the input).")
  private Instant from;

  @Option(
      names = "--close",
      paramLabel = "TIME",
      description =
          "Every record of the dataset has an earlier event time (default: just after the latest"
              + " in the input).")
  private Instant close;

  /** The name given to the dataset; null for none. */
  String dataset() {
    return dataset;
  }

  /** What the emulator is told, checked. */
  EmulatorOptions.Builder builder(Tenant tenant) {
    if (inputs.isEmpty() == !synthetic.wanted()) {
      throw Failure.wrongUse("say either --input PATH or --synthetic");
    }
    if (from != null && close != null && !from.isBefore(close)) {
      throw Failure.wrongUse("--close must be later than --from");
    }
    return Options.wrongUse(
        () ->
            source(tenant)
                .order(Options.order(order))
                .pace(Pace.parse(rate))
                .duration(duration)
                .delays(delayed == 0 ? Delays.NONE : new Delays(delayed, delay))
                .faults(faults == 0 ? FaultPlan.NONE : new FaultPlan(faults, kinds()))
                .seed(seed)
                .stamp(stamp)
                .dataset(dataset)
                .from(from)
                .close(close));
  }

  private Set<Fault> kinds() {
    return kinds.isEmpty()
        ? EnumSet.allOf(Fault.class)
        : kinds.stream().map(Fault::parse).collect(Collectors.toSet());
  }

  private EmulatorOptions.Builder source(Tenant tenant) {
    if (inputs.isEmpty()) {
      return EmulatorOptions.synthetic(synthetic.data(tenant, seed));
    }
    List<Input> files = inputs.stream().flatMap(text -> files(text, tenant)).toList();
    return header ? EmulatorOptions.replayingWithHeader(files) : EmulatorOptions.replaying(files);
  }

  private static Stream<Input> files(String text, Tenant tenant) {
    try {
      return Inputs.files(Input.parse(text, tenant)).stream().map(EmulationOptions::checked);
    } catch (IOException e) {
      throw Failure.wrongUse(e.getMessage());
    }
  }

  private static Input checked(Input input) {
    Path path = input.path();
    if (!Files.isRegularFile(path)) {
      throw Failure.wrongUse("there is no file " + path);
    }
    if (!Files.isReadable(path)) {
      throw Failure.wrongUse("the file " + path + " cannot be read");
    }
    return input;
  }
}
