package io.mysimbdp.batch.gold;

import io.mysimbdp.platform.names.Names;
import java.util.Properties;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * Silver to gold, bounded:
 *
 * <pre>
 * inputs ─> work items ─> read, where, gather ─> level 0 ─┬─> coredms
 *           (one task)    (day, bucket)             │     └─> gold topics
 *                                                   └─> read, where, gather ─> level 1 ─> …
 * </pre>
 *
 * The tables of level 0 stand on silver, those of the others on gold; see {@link LevelPipeline}. In
 * bounded mode there are no checkpoints: the rows on the gold topics are committed at the end.
 */
public final class GoldPipeline {
  /** Time enough for the rows to be written, within what brokers allow by default. */
  private static final String TRANSACTION_TIMEOUT_MS = "900000";

  private static final TypeInformation<byte[]> BYTES =
      PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO;
  static final TypeInformation<String> KEY = Types.STRING;
  static final TypeInformation<Tuple3<Integer, String, Integer>> ITEM =
      Types.TUPLE(Types.INT, Types.STRING, Types.INT);
  static final TypeInformation<Tuple2<String, byte[]>> PARTIAL = Types.TUPLE(Types.STRING, BYTES);
  static final TypeInformation<Tuple3<Integer, String, byte[]>> ROW =
      Types.TUPLE(Types.INT, Types.STRING, BYTES);

  private GoldPipeline() {}

  /** Adds the pipeline to an environment, and sets that up for it. */
  public static void build(StreamExecutionEnvironment env, BatchPlan plan) {
    configure(env);
    if (plan.inputs().isEmpty()) {
      throw new IllegalArgumentException(
          "tenant %s defines no gold table: there is nothing to compute"
              .formatted(plan.tenant().name()));
    }
    DataStream<Tuple3<Integer, String, byte[]>> rows =
        rows(plan, readSilver(env, plan), new CoredmsDayParts(env, plan));
    rows.sinkTo(new CoredmsSink(plan)).name("coredms").uid("coredms");
    rows.sinkTo(BoundedKafkaSink.around(topic(plan))).name("gold topics").uid("topics");
  }

  /** Bounded mode, and no serializer but those that are named. */
  static void configure(StreamExecutionEnvironment env) {
    env.setRuntimeMode(RuntimeExecutionMode.BATCH);
    env.configure(settings());
  }

  /**
   * The rows of all gold tables, level by level.
   *
   * @param gathered from silver
   */
  static DataStream<Tuple3<Integer, String, byte[]>> rows(
      BatchPlan plan, DataStream<Tuple2<String, byte[]>> gathered, DayParts dayParts) {
    DataStream<Tuple3<Integer, String, byte[]>> rows =
        new LevelPipeline(plan, 0, dayParts).rows(gathered);
    for (int level = 1; !plan.tables(level).isEmpty(); level++) {
      DataStream<Tuple2<String, byte[]>> fromGold =
          rows.flatMap(new ReadRows(plan, level))
              .returns(PARTIAL)
              .name("read gold")
              .uid("read-" + level);
      rows = rows.union(new LevelPipeline(plan, level, dayParts).rows(fromGold));
    }
    return rows;
  }

  private static DataStream<Tuple2<String, byte[]>> readSilver(
      StreamExecutionEnvironment env, BatchPlan plan) {
    return env.fromSequence(0, plan.inputs().size() - 1L)
        .setParallelism(1)
        .uid("inputs")
        .flatMap(new PlanItems(plan))
        .returns(ITEM)
        .setParallelism(1)
        .name("plan work items")
        .uid("plan")
        .rebalance()
        .flatMap(new ReadItem(plan))
        .returns(PARTIAL)
        .name("read silver")
        .uid("read");
  }

  private static Configuration settings() {
    Configuration settings = new Configuration();
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    // The trigger starts a new attempt when this is used up.
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 5);
    settings.set(
        RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, java.time.Duration.ofSeconds(5));
    return settings;
  }

  private static KafkaSink<Tuple3<Integer, String, byte[]>> topic(BatchPlan plan) {
    Properties properties = new Properties();
    properties.setProperty(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
    return KafkaSink.<Tuple3<Integer, String, byte[]>>builder()
        .setBootstrapServers(plan.kafka())
        .setKafkaProducerConfig(properties)
        .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
        .setTransactionalIdPrefix(Names.batchTransactions(plan.tenant(), plan.run()))
        .setRecordSerializer(new GoldTopicSchema(plan.tenant()))
        .build();
  }
}
