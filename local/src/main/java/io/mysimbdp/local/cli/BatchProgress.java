package io.mysimbdp.local.cli;

import io.mysimbdp.batch.run.BatchListener;
import io.mysimbdp.batch.run.BatchStep;
import io.mysimbdp.platform.coredms.BatchRunRecord;
import java.io.PrintWriter;

/** Tells who waits for a batch run what it waits for, each thing once. Used by one thread. */
final class BatchProgress implements BatchListener {
  private final PrintWriter err;
  private String last = "";

  BatchProgress(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void reached(BatchStep step, BatchRunRecord run) {}

  @Override
  public void waiting(BatchRunRecord run, String reason) {
    if (!reason.equals(last)) {
      err.println(reason);
      err.flush();
      last = reason;
    }
  }
}
