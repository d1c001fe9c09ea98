package io.mysimbdp.platform.definition;

import io.mysimbdp.platform.record.RecordSchema;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * One raw topic of a tenant.
 *
 * @param schema the columns, from the Avro schema, in its order
 * @param key positions of the columns by which records are spread over partitions; a record in
 *     which one is null or empty is a dead letter
 * @param partitions how many partitions the topic is created with
 * @param outOfOrderness how far behind the largest event time of its partition a record may lie
 */
public record RawStream(
    String name,
    RecordSchema schema,
    Format format,
    List<Integer> key,
    int partitions,
    EventTime eventTime,
    Duration outOfOrderness,
    List<QualityRule> quality)
    implements Serializable {

  public RawStream {
    key = List.copyOf(key);
    quality = List.copyOf(quality);
  }
}
