package io.mysimbdp.local.cli;

import io.mysimbdp.platform.definition.reading.Definitions;
import io.mysimbdp.platform.definition.reading.Problem;
import io.mysimbdp.platform.spelling.NearestName;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks definitions. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = 100,
    header = "Check tenants' definitions and list all that is wrong with them, with places.",
    description = {
      "",
      "Exit status: 0 if all is well, 1 if not, 2 if there is no such tenant.",
      ""
    })
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "TENANT|FILE",
      description = "A tenant's name, its folder or a YAML file (default: all tenants).")
  private String what;

  @Option(
      names = "--tenants",
      paramLabel = "DIR",
      description =
          "The folder of all definitions (default: $MYSIMBDP_TENANTS, else tenants/ in the"
              + " project).")
  private Path folder;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Path tenants = TenantOption.folder(folder);
    List<Problem> problems =
        what == null ? Definitions.checkAll(tenants) : Definitions.check(path(tenants));
    problems.forEach(out::println);
    String subject = what == null ? "all tenants in " + tenants : what;
    out.println(
        problems.isEmpty()
            ? subject + ": all is well"
            : subject + ": " + problems.size() + (problems.size() == 1 ? " problem" : " problems"));
    return problems.isEmpty() ? 0 : Failure.FAILED;
  }

  private Path path(Path tenants) {
    Path named = tenants.resolve(what);
    if (Files.exists(named.resolve(Definitions.FILE))) {
      return named;
    }
    if (Files.exists(Path.of(what))) {
      return Path.of(what);
    }
    throw Failure.wrongUse(
        "there is no tenant and no file '"
            + what
            + "'"
            + NearestName.hint(what, Definitions.tenants(tenants)));
  }
}
