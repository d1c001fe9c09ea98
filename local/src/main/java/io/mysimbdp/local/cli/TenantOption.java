package io.mysimbdp.local.cli;

import io.mysimbdp.local.stack.Project;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.definition.reading.Definitions;
import io.mysimbdp.platform.spelling.NearestName;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which tenant a command is about. */
final class TenantOption {
  @Parameters(
      index = "0",
      paramLabel = "TENANT",
      description = "Name of a tenant: a folder with a definition, such as vm-cpu.")
  private String name;

  @Option(
      names = "--tenants",
      paramLabel = "DIR",
      description =
          "The folder of all definitions (default: $MYSIMBDP_TENANTS, else tenants/ in the"
              + " project).")
  private Path folder;

  String name() {
    return name;
  }

  /** The folder of all definitions. */
  Path folder() {
    return folder(folder);
  }

  static Path folder(Path given) {
    if (given != null) {
      return given.toAbsolutePath();
    }
    String named = System.getenv("MYSIMBDP_TENANTS");
    return named == null || named.isBlank()
        ? Project.find().tenants()
        : Path.of(named).toAbsolutePath();
  }

  /** The tenant's definition, read and checked. */
  Tenant read() {
    return read(folder(), name);
  }

  /** A tenant's definition by its name. */
  static Tenant read(Path folder, String name) {
    if (!Files.isRegularFile(folder.resolve(name).resolve(Definitions.FILE))) {
      throw Failure.wrongUse(
          "unknown tenant '" + name + "'" + NearestName.hint(name, Definitions.tenants(folder)));
    }
    return Definitions.read(folder.resolve(name));
  }
}
