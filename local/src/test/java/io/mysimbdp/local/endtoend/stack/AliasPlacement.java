package io.mysimbdp.local.endtoend.stack;

import io.mysimbdp.local.stack.Project;
import io.mysimbdp.local.stack.StackAddresses;
import io.mysimbdp.local.stack.StackLayout;
import io.mysimbdp.local.tenant.Placement;
import io.mysimbdp.platform.definition.reading.Definitions;
import java.nio.file.Path;
import java.util.OptionalInt;

/** Where a copy of vm-cpu under another name lives. */
public final class AliasPlacement {
  private AliasPlacement() {}

  /** On the shared stack. */
  public static Placement on(Stack stack, String alias) {
    return of(
        stack.commands().home().toString(),
        stack.brokers(),
        stack.cassandra(),
        stack.flink(),
        alias);
  }

  static Placement of(String home, String kafka, String cassandra, String flink, String alias) {
    Project project = Project.find();
    return new Placement(
        "vm-cpu",
        project.tenants(),
        Definitions.read(project.tenants().resolve("vm-cpu")).as(alias),
        OptionalInt.empty(),
        project,
        new StackAddresses(kafka, cassandra, flink),
        new StackLayout(Path.of(home)));
  }
}
