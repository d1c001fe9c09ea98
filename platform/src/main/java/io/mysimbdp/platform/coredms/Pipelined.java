package io.mysimbdp.platform.coredms;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Runs many small statements with a bounded number under way. Not thread-safe. */
final class Pipelined {
  private static final int UNDER_WAY = 64;

  private final CqlSession session;
  private final Deque<CompletionStage<AsyncResultSet>> underWay = new ArrayDeque<>();
  private final List<Row> rows = new ArrayList<>();

  Pipelined(CqlSession session) {
    this.session = session;
  }

  /** Sends a statement; waits for the earliest first if too many are under way. */
  void run(Statement<?> statement) {
    if (underWay.size() == UNDER_WAY) {
      take();
    }
    underWay.add(session.executeAsync(statement));
  }

  /** Waits for all and returns the first row of each that has one, in the order of sending. */
  List<Row> await() {
    while (!underWay.isEmpty()) {
      take();
    }
    return rows;
  }

  private void take() {
    try {
      Row row = underWay.remove().toCompletableFuture().join().one();
      if (row != null) {
        rows.add(row);
      }
    } catch (CompletionException e) {
      throw e.getCause() instanceof DriverException cause ? cause.copy() : e;
    }
  }
}
