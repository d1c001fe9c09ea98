package io.mysimbdp.platform.coredms;

import io.mysimbdp.platform.dataset.AnalyticCount;
import io.mysimbdp.platform.dataset.GoldCount;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Tenant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
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
    read = Collections.unmodifiableMap(new LinkedHashMap<>(read));
    gold = Collections.unmodifiableMap(new LinkedHashMap<>(gold));
  }

  /** The same in the order of the tenant's definition, which coredms does not keep. */
  public BatchCounts asDefinedBy(Tenant tenant) {
    return new BatchCounts(ordered(read, tenant.silver()), ordered(gold, tenant.gold()));
  }

  private static <C> Map<String, C> ordered(Map<String, C> counts, List<Rollup> definitions) {
    Map<String, C> ordered = new LinkedHashMap<>();
    for (Rollup definition : definitions) {
      C count = counts.get(definition.name());
      if (count != null) {
        ordered.put(definition.name(), count);
      }
    }
    return ordered;
  }
}
