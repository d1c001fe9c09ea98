package io.mysimbdp.batch.trigger;

import io.mysimbdp.platform.coredms.DatasetRecord;
import io.mysimbdp.platform.coredms.Interval;
import io.mysimbdp.platform.dataset.CompletionSet;
import java.util.List;

/** Which silver is a dataset's. */
final class DatasetInterval {
  private DatasetInterval() {}

  /**
   * From the end of all datasets before it to its own final (rows without a window: its close); the
   * first begins where its records may begin. So each row belongs to one dataset, whatever the
   * datasets' times.
   *
   * @param before the tenant's datasets that were complete before this one
   */
  static Interval of(CompletionSet set, List<DatasetRecord> before) {
    long after = before.stream().mapToLong(d -> d.interval().upto()).max().orElse(set.from());
    long instantsFrom =
        before.stream().mapToLong(d -> d.interval().instantsTo()).max().orElse(set.from());
    return new Interval(
        after, Math.max(after, set.fin()), instantsFrom, Math.max(instantsFrom, set.close()));
  }
}
