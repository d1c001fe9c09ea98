package io.mysimbdp.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mysimbdp.local.endtoend.cluster.Cluster;
import io.mysimbdp.local.endtoend.cluster.ClusterFiles;
import io.mysimbdp.local.endtoend.cluster.ClusterOracle;
import io.mysimbdp.local.endtoend.rows.ExportedRows;
import io.mysimbdp.local.endtoend.rows.RowShape;
import io.mysimbdp.local.endtoend.rows.Rows;
import io.mysimbdp.local.endtoend.stack.Export;
import io.mysimbdp.local.endtoend.stack.OnStack;
import io.mysimbdp.local.endtoend.stack.Stack;
import io.mysimbdp.local.endtoend.stack.TenantRun;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The first part of the real trace, job events and task events in one run. */
@ExtendWith(OnStack.class)
class ClusterSampleIT {

  /** Parallelism, and whether the files are fed in a disorder that makes nothing late. */
  static Stream<Arguments> spreads() {
    return LongForm.asked()
        ? Stream.of(1, 2, 3).flatMap(n -> Stream.of(Arguments.of(n, false), Arguments.of(n, true)))
        : Stream.of(Arguments.of(3, true));
  }

  @ParameterizedTest(name = "parallelism {0}, disorder {1}")
  @MethodSource("spreads")
  void everyRowOfBothStreamsIsExact(int parallelism, boolean disorder, Stack stack) {
    Path jobs = SharedData.file("google-cluster/job_events-part-00000-of-00500.csv.gz");
    Path tasks = SharedData.file("google-cluster/task_events-part-00000-of-00500.csv.gz");
    ClusterOracle oracle = ClusterFiles.oracle(jobs, tasks);
    assertThat(oracle.jobEvents()).isEqualTo(10_704);
    assertThat(oracle.taskEvents()).isEqualTo(450_146);

    if (disorder) {
      Path folder = stack.folder("disorder");
      jobs = ClusterFiles.disordered(jobs, folder.resolve("jobs.csv.gz"), 17);
      tasks = ClusterFiles.disordered(tasks, folder.resolve("tasks.csv.gz"), 19);
    }
    Export export =
        new Export(
            TenantRun.of(
                    stack,
                    "cluster",
                    Map.of("job-events", jobs, "task-events", tasks),
                    "--parallelism",
                    Integer.toString(parallelism),
                    "--order",
                    disorder ? "file" : "event-time")
                .export());

    JsonNode ledger = export.ledger();
    assertThat(ledger.required("balanced").booleanValue()).as("balanced %s", ledger).isTrue();
    allAccepted(ledger, "job-events", oracle.jobEvents());
    allAccepted(ledger, "task-events", oracle.taskEvents());
    silver(export, Cluster.MACHINE_USAGE, oracle.machineUsage());
    silver(export, Cluster.JOB_ACTIVITY, oracle.jobActivity());
    gold(export, Cluster.MACHINE_DAYS, oracle.machineDays());
    gold(export, Cluster.HOTTEST_MACHINES, oracle.hottestMachines());
  }

  private static void allAccepted(JsonNode ledger, String stream, long events) {
    JsonNode figures = ledger.required("streams").required(stream);
    assertThat(figures.required("sent").longValue()).as("%s sent", stream).isEqualTo(events);
    assertThat(figures.required("accepted").longValue()).as("%s", figures).isEqualTo(events);
    for (String lost : new String[] {"rejected", "late", "duplicate"}) {
      assertThat(figures.required(lost).longValue()).as("%s %s", stream, lost).isZero();
    }
  }

  private static void silver(Export export, RowShape shape, Rows expected) {
    same(export, "silver/" + shape.name() + ".ndjson", shape, expected);
    same(export, "coredms/silver_" + shape.name() + ".ndjson", shape, expected);
    assertThat(export.ledger().required("silver").required(shape.name()).longValue())
        .isEqualTo(expected.size());
  }

  private static void gold(Export export, RowShape shape, Rows expected) {
    same(export, "coredms/gold_" + shape.name() + ".ndjson", shape, expected);
    assertThat(export.ledger().required("gold").required(shape.name()).longValue())
        .isEqualTo(expected.size());
  }

  private static void same(Export export, String file, RowShape shape, Rows expected) {
    assertThat(ExportedRows.difference(expected, export.folder().resolve(file), shape))
        .as(file)
        .isEmpty();
  }
}
