package io.mysimbdp.stream.presence;

import io.mysimbdp.platform.record.Row;
import io.mysimbdp.platform.rollup.GroupKey;
import io.mysimbdp.platform.window.Windows;
import io.mysimbdp.stream.gate.Gated;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.ChainingStrategy;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Takes from each admitted record who was where. Chained to the source. */
public final class Sightings extends AbstractStreamOperator<Sighting>
    implements OneInputStreamOperator<Gated.Admitted, Sighting> {
  private static final long serialVersionUID = 1L;

  private final PresencePlan plan;

  public Sightings(PresencePlan plan) {
    this.plan = plan;
    chainingStrategy = ChainingStrategy.ALWAYS;
  }

  @Override
  public void processElement(StreamRecord<Gated.Admitted> element) {
    Gated.Admitted record = element.getValue();
    for (int number = 0; number < plan.size(); number++) {
      PresencePlan.Group group = plan.group(number);
      if (record.firstJoin[group.lead()] != Windows.NONE) {
        Row row = record.row;
        output.collect(
            new StreamRecord<>(
                new Sighting(
                    key(number, row.get(group.entity(), group.entityType()), record),
                    key(number, row.get(group.place(), group.placeType()), record),
                    record.time)));
      }
    }
  }

  private static GroupKey key(int group, Object name, Gated.Admitted record) {
    return DatasetKey.of(group, name, record.close);
  }
}
