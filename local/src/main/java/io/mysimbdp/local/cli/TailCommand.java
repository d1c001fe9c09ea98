package io.mysimbdp.local.cli;

import io.mysimbdp.local.export.TopicTail;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.names.Names;
import io.mysimbdp.platform.spelling.NearestName;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what a deployed tenant puts out, as it comes. */
@Command(
    name = "tail",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = 100,
    header = "Show a deployed tenant's committed silver, gold or alerts, as they come.",
    description = {"", "One JSON object a line, until Ctrl-C.", ""})
final class TailCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private TenantOption tenantOption;

  @Parameters(
      index = "1",
      paramLabel = "ANALYTIC",
      description = "A silver analytic, a gold table, or alerts, late, dead-letters.")
  private String analytic;

  @Option(names = "--from-beginning", description = "Also what there is already.")
  private boolean fromBeginning;

  @Option(names = "--count", paramLabel = "N", description = "End after this many.")
  private Long count;

  @Mixin private HomeOption home;

  @Override
  public Integer call() throws Exception {
    Tenant tenant = tenantOption.read();
    Map<String, String> topics = topics(tenant);
    String topic = topics.get(analytic);
    if (topic == null) {
      throw Failure.wrongUse(
          "tenant "
              + tenant.name()
              + " has no '"
              + analytic
              + "'"
              + NearestName.hint(analytic, topics.keySet()));
    }
    PrintWriter out = spec.commandLine().getOut();
    new TopicTail(home.running().kafka(), topic)
        .follow(
            fromBeginning,
            count == null ? Long.MAX_VALUE : count,
            value -> {
              out.println(Printable.json(new String(value, StandardCharsets.UTF_8)));
              out.flush();
            });
    return 0;
  }

  private static Map<String, String> topics(Tenant tenant) {
    Map<String, String> topics = new LinkedHashMap<>();
    for (Rollup silver : tenant.silver()) {
      topics.put(silver.name(), Names.silverTopic(tenant, silver));
    }
    for (Rollup gold : tenant.gold()) {
      topics.put(gold.name(), Names.goldTopic(tenant, gold));
    }
    topics.put("alerts", Names.alertsTopic(tenant));
    topics.put("late", Names.lateTopic(tenant));
    topics.put("dead-letters", Names.deadLettersTopic(tenant));
    return topics;
  }
}
