package io.mysimbdp.local.endtoend.oracle;

import io.mysimbdp.local.endtoend.stack.Kafka;

/** A raw topic as it lies there now, judged by the gate's rule. */
public final class RawTopic {
  private RawTopic() {}

  /** What must become of the records up to the present end of each partition. */
  public static GateOutcome judge(Kafka kafka, String topic) {
    GateOracle oracle = new GateOracle();
    kafka.forEach(
        topic,
        record ->
            oracle.read(
                RawRecord.of(
                    record.partition(),
                    record.offset(),
                    record.timestamp(),
                    Kafka.header(record, "mysimbdp-control"),
                    record.value())));
    return oracle.outcome();
  }
}
