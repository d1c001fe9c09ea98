package io.mysimbdp.local.endtoend.stack;

import io.mysimbdp.local.stack.Project;
import io.mysimbdp.local.stack.StackAddresses;
import io.mysimbdp.local.stack.StackLayout;
import io.mysimbdp.local.tenant.Placement;
import io.mysimbdp.platform.definition.reading.Definitions;
import java.nio.file.Path;
import java.util.OptionalInt;

/** Where a copy of a tenant under another name lives. */
public final class AliasPlacement {
  private AliasPlacement() {}

  /** A copy of vm-cpu on the shared stack. */
  public static Placement on(Stack stack, String alias) {
    return on(stack, "vm-cpu", alias);
  }

  /** A copy of any tenant on the shared stack. */
  public static Placement on(Stack stack, String definition, String alias) {
    return of(
        stack.commands().home(),
        new StackAddresses(stack.brokers(), stack.cassandra(), stack.flink()),
        definition,
        alias);
  }

  static Placement of(String home, String kafka, String cassandra, String flink, String alias) {
    return of(Path.of(home), new StackAddresses(kafka, cassandra, flink), "vm-cpu", alias);
  }

  private static Placement of(
      Path home, StackAddresses addresses, String definition, String alias) {
    Project project = Project.find();
    return new Placement(
        definition,
        project.tenants(),
        Definitions.read(project.tenants().resolve(definition)).as(alias),
        OptionalInt.empty(),
        project,
        addresses,
        new StackLayout(home));
  }
}
