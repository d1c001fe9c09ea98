package io.mysimbdp.stream;

import com.datastax.oss.driver.api.core.CqlSession;
import io.mysimbdp.platform.coredms.CoreDms;
import io.mysimbdp.platform.coredms.Keyspaces;
import io.mysimbdp.platform.coredms.SilverTable;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.names.Names;
import io.mysimbdp.stream.loader.CoredmsSink;
import io.mysimbdp.stream.loader.PromptReader;
import io.mysimbdp.stream.loader.SilverRows;
import io.mysimbdp.stream.source.DecoratedSource;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.types.Row;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/**
 * Silver to coredms: the second main class of this jar, with {@code --tenant NAME --kafka HOST:PORT
 * --cassandra HOST:PORT}. Reads committed silver and upserts it, so Cassandra never shows what was
 * not committed, and its outage never stops the stream job. Offsets are committed to Kafka only
 * behind rows that Cassandra has acknowledged.
 */
public final class LoaderJob {
  private LoaderJob() {}

  /** Submits the job. */
  public static void main(String... args) throws Exception {
    StreamOptions options = StreamOptions.parse(args);
    Tenant tenant = options.tenant();
    try (CqlSession session = CoreDms.open(options.cassandra())) {
      Keyspaces.ensure(session, tenant);
    }
    StreamExecutionEnvironment environment = JobEnvironment.of(tenant, options.parallelism(tenant));
    for (Rollup analytic : tenant.silver()) {
      add(environment, tenant, analytic, options);
    }
    environment.execute(Names.loaderJob(tenant));
  }

  private static void add(
      StreamExecutionEnvironment environment,
      Tenant tenant,
      Rollup analytic,
      StreamOptions options) {
    SilverTable table = SilverTable.of(tenant, analytic);
    SilverRows rows = new SilverRows(table);
    DataStream<Row> silver =
        environment
            .fromSource(
                new DecoratedSource<>(
                    source(tenant, analytic, rows, options.kafka()), PromptReader::new),
                WatermarkStrategy.noWatermarks(),
                "silver-" + analytic.name(),
                rows.getProducedType())
            .uid("silver-" + analytic.name());
    silver
        .sinkTo(new CoredmsSink(table, options.cassandra()))
        .name("coredms-" + analytic.name())
        .uid("coredms-" + analytic.name());
  }

  private static KafkaSource<Row> source(
      Tenant tenant, Rollup analytic, SilverRows rows, String kafka) {
    return KafkaSource.<Row>builder()
        .setBootstrapServers(kafka)
        .setTopics(Names.silverTopic(tenant, analytic))
        .setGroupId(Names.loaderJob(tenant))
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setDeserializer(rows)
        .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
        .setProperty("partition.discovery.interval.ms", "-1")
        .build();
  }
}
