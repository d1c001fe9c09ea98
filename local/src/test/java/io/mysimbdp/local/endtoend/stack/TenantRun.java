package io.mysimbdp.local.endtoend.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code run TENANT --input … --export …} of any tenant on the shared stack.
 *
 * @param inputs file by raw stream; the stream's name may be empty if the tenant has but one
 * @param folder where it exports to
 * @param options besides input and export
 */
public record TenantRun(
    Stack stack, String tenant, Map<String, Path> inputs, Path folder, List<String> options) {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** A run of a tenant with one raw stream; it exports into a directory of its own. */
  public static TenantRun of(Stack stack, String tenant, Path input, String... options) {
    return of(stack, tenant, Map.of("", input), options);
  }

  /** A run of a tenant with one file for each raw stream. */
  public static TenantRun of(
      Stack stack, String tenant, Map<String, Path> inputs, String... options) {
    return new TenantRun(stack, tenant, inputs, stack.folder("export"), List.of(options));
  }

  /** Runs to a good end; the folder that it exported to. */
  public Path export() {
    start().await(PATIENCE).succeeded();
    return folder;
  }

  /** Starts it and returns at once. */
  public CommandLine.Running start() {
    List<String> arguments = new ArrayList<>(List.of("run", tenant));
    inputs.forEach(
        (stream, file) -> {
          arguments.add("--input");
          arguments.add(stream.isEmpty() ? file.toString() : stream + "=" + file);
        });
    arguments.addAll(List.of("--export", folder.toString()));
    arguments.addAll(options);
    return stack.commands().start(arguments.toArray(String[]::new));
  }
}
