package io.mysimbdp.platform.coredms;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.platform.dataset.AnalyticCount;
import io.mysimbdp.platform.dataset.GoldCount;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.definition.reading.Definitions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BatchCountsTest {
  @Test
  void tablesComeInTheOrderOfTheDefinitionNotOfCassandra() {
    Tenant taxi = Definitions.read(Path.of("../tenants/taxi"));
    List<String> defined = taxi.gold().stream().map(Rollup::name).toList();
    Map<String, GoldCount> gold = new TreeMap<>();
    defined.forEach(name -> gold.put(name, new GoldCount(1, 1)));
    Map<String, AnalyticCount> read = Map.of("hot_areas", AnalyticCount.ZERO);

    BatchCounts counts = new BatchCounts(read, gold).asDefinedBy(taxi);

    assertThat(gold.keySet().stream().toList()).isNotEqualTo(defined);
    assertThat(counts.gold().keySet()).containsExactlyElementsOf(defined);
    assertThat(counts.read()).isEqualTo(read);
  }
}
