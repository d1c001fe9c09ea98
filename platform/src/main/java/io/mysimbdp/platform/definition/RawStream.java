package io.mysimbdp.platform.definition;

import io.mysimbdp.platform.record.Column;
import io.mysimbdp.platform.record.RecordSchema;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One raw topic of a tenant.
 *
 * @param schema the columns, from the Avro schema, in its order
 * @param key positions of the columns by which records are spread over partitions; a record in
 *     which one is null or empty is a dead letter
 * @param partitions how many partitions the topic is created with
 * @param outOfOrderness how far behind the largest event time of its partition a record may lie
 * @param idleAfter a partition that receives nothing for so long, while others do, is not waited
 *     for; null to wait for ever
 * @param extend columns computed from the others, over the schema and then these; null where an
 *     expression fails
 * @param identity by what a repeated record is recognised; null if a repeated record is a record
 */
public record RawStream(
    String name,
    RecordSchema schema,
    Format format,
    List<Integer> key,
    int partitions,
    EventTime eventTime,
    Duration outOfOrderness,
    Duration idleAfter,
    List<QualityRule> quality,
    List<Derived> extend,
    Identity identity)
    implements Serializable {

  public RawStream {
    key = List.copyOf(key);
    quality = List.copyOf(quality);
    extend = List.copyOf(extend);
  }

  /** The columns that analytics see: those of the schema, then the computed ones. */
  public RecordSchema extended() {
    List<Column> columns = new ArrayList<>(schema.columns());
    for (Derived computed : extend) {
      columns.add(computed.expression().column(computed.name(), true));
    }
    return new RecordSchema(columns);
  }
}
