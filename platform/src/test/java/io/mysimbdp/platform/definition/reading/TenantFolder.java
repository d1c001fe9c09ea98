package io.mysimbdp.platform.definition.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** A copy of the vm-cpu tenant in which a test changes something. */
record TenantFolder(Path path) {
  static final Path VM_CPU = Path.of("..", "tenants", "vm-cpu");
  private static final String SCHEMA = "vm_cpu_reading.avsc";

  /** The definition and schema of vm-cpu, each after a change. */
  static TenantFolder in(
      Path folder, UnaryOperator<String> changeYaml, UnaryOperator<String> changeSchema) {
    try {
      Path tenant = Files.createDirectories(folder.resolve("vm-cpu"));
      String yaml = Files.readString(VM_CPU.resolve(Definitions.FILE));
      String schema = Files.readString(VM_CPU.resolve(SCHEMA));
      Files.writeString(tenant.resolve(Definitions.FILE), changeYaml.apply(yaml));
      Files.writeString(tenant.resolve(SCHEMA), changeSchema.apply(schema));
      return new TenantFolder(tenant);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What stands in the file where a problem is: up to this many characters of its line. */
  static String textAt(Problem problem, int length) {
    try {
      List<String> lines = Files.readAllLines(Path.of(problem.file()));
      if (problem.line() > lines.size()) {
        return "";
      }
      String rest = lines.get(problem.line() - 1).substring(problem.column() - 1);
      return rest.substring(0, Math.min(length, rest.length()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
