package io.mysimbdp.stream.presence;

import java.io.Serializable;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;

/**
 * Up to which instant a subtask has evaluated everything, across restarts. What comes for such an
 * instant would be lost or counted wrong, so it stops the job. Not thread-safe.
 */
final class EvaluatedInstants implements Serializable {
  private static final long serialVersionUID = 1L;

  private transient ListState<Long> state;
  private transient long upTo;

  void restore(FunctionInitializationContext context) throws Exception {
    state =
        context
            .getOperatorStateStore()
            .getUnionListState(new ListStateDescriptor<>("evaluated", Types.LONG));
    upTo = Long.MIN_VALUE;
    for (long one : state.get()) {
      upTo = Math.max(upTo, one);
    }
  }

  void snapshot() throws Exception {
    state.update(List.of(upTo));
  }

  /**
   * Refuses what comes too late.
   *
   * @param watermark the current one
   */
  void require(long instant, long watermark, Object what) {
    evaluated(watermark);
    if (instant <= upTo) {
      throw new IllegalStateException(
          "Everything up to %d has been evaluated, but this came for %d; silver would be wrong. This is a defect of the platform: %s"
              .formatted(upTo, instant, what));
    }
  }

  /** Notes that the watermark has come here. */
  void evaluated(long watermark) {
    upTo = Math.max(upTo, watermark);
  }
}
