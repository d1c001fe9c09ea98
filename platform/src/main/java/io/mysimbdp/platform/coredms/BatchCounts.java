package io.mysimbdp.platform.coredms;

import io.mysimbdp.platform.dataset.AnalyticCount;
import io.mysimbdp.platform.dataset.GoldCount;
import java.util.Map;

/**
 * What a batch run did.
 *
 * @param read by analytic, the silver that it read
 * @param gold by table
 */
public record BatchCounts(Map<String, AnalyticCount> read, Map<String, GoldCount> gold) {
  public static final BatchCounts NONE = new BatchCounts(Map.of(), Map.of());

  public BatchCounts {
    read = Map.copyOf(read);
    gold = Map.copyOf(gold);
  }
}
