package io.mysimbdp.local.endtoend.chaos;

import com.datastax.oss.driver.api.core.CqlSession;
import io.mysimbdp.local.endtoend.rows.RowShape;
import io.mysimbdp.local.endtoend.rows.Rows;
import io.mysimbdp.local.endtoend.stack.Stack;
import io.mysimbdp.platform.coredms.BatchRunRecord;
import io.mysimbdp.platform.coredms.BatchRunStore;
import io.mysimbdp.platform.coredms.CoreDms;
import java.util.Collection;
import java.util.List;

/** The batch runs that are recorded of a tenant. */
record BatchRuns(List<BatchRunRecord> runs) {
  private static final RowShape RUN = RowShape.of("batch_runs", 1, "run:TEXT");

  static BatchRuns of(Stack stack, String tenant) {
    try (CqlSession coredms = CoreDms.open(stack.cassandra())) {
      return new BatchRuns(new BatchRunStore(coredms).all(tenant));
    }
  }

  /** Each of these datasets has one, and nothing else has. */
  Comparison compare(String what, Collection<String> datasets) {
    Rows expected = Rows.of(datasets.stream().map(name -> RUN.row("dataset-" + name)));
    Rows found = Rows.of(runs.stream().map(run -> RUN.row(run.run())));
    return Comparison.of(what, expected, found);
  }
}
