package io.mysimbdp.stream;

import io.mysimbdp.platform.definition.RawStream;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.names.Names;
import io.mysimbdp.platform.rollup.GroupKey;
import io.mysimbdp.stream.gate.Gated;
import io.mysimbdp.stream.output.CompletionOperator;
import io.mysimbdp.stream.output.Dispatch;
import io.mysimbdp.stream.output.KafkaRecords;
import io.mysimbdp.stream.output.OutputTopics;
import io.mysimbdp.stream.output.SinkInput;
import io.mysimbdp.stream.output.SinkInputSerializer;
import io.mysimbdp.stream.output.WindowRows;
import io.mysimbdp.stream.slice.FinishedWindow;
import io.mysimbdp.stream.slice.Partial;
import io.mysimbdp.stream.slice.PartialSerializer;
import io.mysimbdp.stream.slice.PreAggregation;
import io.mysimbdp.stream.slice.SliceOperator;
import io.mysimbdp.stream.source.DecoratedSource;
import io.mysimbdp.stream.source.Gating;
import io.mysimbdp.stream.source.RawRecords;
import io.mysimbdp.stream.transaction.LossTopic;
import io.mysimbdp.stream.transaction.NoticingSink;
import io.mysimbdp.stream.type.GroupKeySerializer;
import io.mysimbdp.stream.type.ValueType;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * Wires the raw-to-silver job: for each raw stream a source with its gate, its slices and its
 * presence, one sink.
 */
final class StreamTopology {
  private static final int GATHERED = 20_000;
  private static final ValueType<SinkInput> SINK_INPUT =
      new ValueType<>(SinkInput.class, SinkInputSerializer.INSTANCE);

  /**
   * What the job is run with.
   *
   * @param partitions of each raw stream's topic
   * @param openAccumulators kept on the heap by each subtask of the slices
   * @param transactionTimeout milliseconds
   * @param transactions begins the transactional ids
   */
  record Settings(
      String kafka,
      Map<String, Integer> partitions,
      int parallelism,
      int openAccumulators,
      int transactionTimeout,
      String transactions) {}

  private final Tenant tenant;
  private final Settings settings;
  private DataStream<SinkInput> records;
  private DataStream<SinkInput> alerts;

  private StreamTopology(Tenant tenant, Settings settings) {
    this.tenant = tenant;
    this.settings = settings;
  }

  static void build(StreamExecutionEnvironment environment, Tenant tenant, Settings settings) {
    StreamTopology topology = new StreamTopology(tenant, settings);
    for (RawStream stream : tenant.raw()) {
      topology.add(environment, stream);
    }
    topology.sinks();
  }

  private void add(StreamExecutionEnvironment environment, RawStream stream) {
    int partitions = settings.partitions().get(stream.name());
    // A source subtask without a partition would hold the watermark back for ever.
    int parallelism = Math.min(settings.parallelism(), partitions);
    String suffix = "-" + stream.name();
    SingleOutputStreamOperator<Gated.Admitted> admitted =
        environment
            .fromSource(
                new DecoratedSource<>(kafka(stream), new Gating(tenant, stream, partitions)),
                WatermarkStrategy.noWatermarks(),
                "gate" + suffix,
                ValueType.chained(Gated.class))
            .uid("gate" + suffix)
            .setParallelism(parallelism)
            .transform(
                "dispatch" + suffix,
                ValueType.chained(Gated.Admitted.class),
                new Dispatch(tenant, stream))
            .uid("dispatch" + suffix)
            .setParallelism(parallelism);
    records(admitted.getSideOutput(Dispatch.RECORDS));
    records(admitted.getSideOutput(Dispatch.CLOSINGS).broadcast());
    alerts(admitted.getSideOutput(Dispatch.ALERTS));
    SingleOutputStreamOperator<SinkInput> rows = windows(admitted, stream, parallelism, suffix);
    records(rows);
    alerts(rows.getSideOutput(Dispatch.ALERTS));
    for (var presence : new PresenceTopology(tenant, stream).add(admitted, parallelism)) {
      records(presence);
      alerts(presence.getSideOutput(Dispatch.ALERTS));
    }
  }

  private SingleOutputStreamOperator<SinkInput> windows(
      DataStream<Gated.Admitted> admitted, RawStream stream, int parallelism, String suffix) {
    List<Rollup> analytics = tenant.silverOf(stream.name());
    return admitted
        .transform(
            "pre-aggregation" + suffix,
            new ValueType<>(Partial.class, PartialSerializer.INSTANCE),
            new PreAggregation(analytics, GATHERED))
        .uid("pre-aggregation" + suffix)
        .setParallelism(parallelism)
        .keyBy(Partial::key, new ValueType<>(GroupKey.class, GroupKeySerializer.INSTANCE))
        .transform(
            "slices" + suffix,
            ValueType.chained(FinishedWindow.class),
            new SliceOperator(analytics, settings.openAccumulators()))
        .uid("slices" + suffix)
        .transform("rows" + suffix, SINK_INPUT, new WindowRows(tenant, analytics))
        .uid("rows" + suffix);
  }

  private void records(DataStream<SinkInput> more) {
    records = records == null ? more : records.union(more);
  }

  private void alerts(DataStream<SinkInput> more) {
    alerts = alerts == null ? more : alerts.union(more);
  }

  private void sinks() {
    OutputTopics topics = new OutputTopics(tenant);
    records
        .transform("completions", SINK_INPUT, new CompletionOperator(tenant))
        .uid("completions")
        .sinkTo(
            NoticingSink.around(
                KafkaSink.<SinkInput>builder()
                    .setBootstrapServers(settings.kafka())
                    .setRecordSerializer(new KafkaRecords(topics))
                    .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                    .setTransactionalIdPrefix(settings.transactions())
                    .setProperty(
                        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                        Integer.toString(settings.transactionTimeout()))
                    .setProperty(ProducerConfig.LINGER_MS_CONFIG, "20")
                    .setProperty(ProducerConfig.BATCH_SIZE_CONFIG, "131072")
                    .setProperty(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4")
                    .build(),
                tenant.name(),
                topics,
                new LossTopic(settings.kafka(), Names.completionsTopic(tenant))))
        .name("silver")
        .uid("silver");
    alerts
        .sinkTo(
            KafkaSink.<SinkInput>builder()
                .setBootstrapServers(settings.kafka())
                .setRecordSerializer(new KafkaRecords(topics))
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setProperty(ProducerConfig.LINGER_MS_CONFIG, "0")
                .build())
        .name("alerts")
        .uid("alerts");
  }

  private KafkaSource<ConsumerRecord<byte[], byte[]>> kafka(RawStream stream) {
    return KafkaSource.<ConsumerRecord<byte[], byte[]>>builder()
        .setBootstrapServers(settings.kafka())
        .setTopics(Names.rawTopic(tenant, stream.name()))
        .setGroupId(Names.streamJob(tenant))
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setDeserializer(new RawRecords())
        .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
        .setProperty(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "2000")
        .setProperty(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, "4194304")
        .setProperty("partition.discovery.interval.ms", "-1")
        .build();
  }
}
