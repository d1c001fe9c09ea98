package io.mysimbdp.local.export;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mysimbdp.platform.coredms.CoreDms;
import io.mysimbdp.platform.coredms.GoldTable;
import io.mysimbdp.platform.coredms.SilverTable;
import io.mysimbdp.platform.coredms.StoredRows;
import io.mysimbdp.platform.dataset.DatasetLedger;
import io.mysimbdp.platform.dataset.LedgerJson;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.names.Names;
import io.mysimbdp.platform.record.RecordSchema;
import io.mysimbdp.platform.record.Row;
import io.mysimbdp.platform.record.RowJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Writes all that a tenant has, as newline-delimited JSON: {@code silver/} as committed on Kafka,
 * {@code coredms/} as stored in Cassandra, {@code alerts}, {@code dead-letters} and {@code late},
 * and the ledger of one dataset.
 */
public final class Export {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Tenant tenant;
  private final String cassandra;
  private final TopicReader topics;
  private final Path directory;

  /**
   * @param directory created if it is not there
   */
  public Export(Tenant tenant, String kafka, String cassandra, Path directory) {
    this.tenant = tenant;
    this.cassandra = cassandra;
    this.topics = new TopicReader(kafka);
    this.directory = directory;
  }

  /**
   * Writes all files, whole; what an attempt that failed has left is replaced.
   *
   * @param ledger of the only dataset that the tenant has had
   * @return the ledger as written: where the export contradicts it, with that failure
   */
  public DatasetLedger write(DatasetLedger ledger) throws IOException {
    Map<String, Long> silver = new LinkedHashMap<>();
    Map<String, Long> storedSilver = new LinkedHashMap<>();
    Map<String, Long> storedGold = new LinkedHashMap<>();
    for (Rollup analytic : tenant.silver()) {
      Path file = directory.resolve("silver").resolve(analytic.name() + ".ndjson");
      silver.put(analytic.name(), topic(Names.silverTopic(tenant, analytic), file));
    }
    try (CqlSession session = CoreDms.open(cassandra)) {
      for (Rollup analytic : tenant.silver()) {
        SilverTable table = SilverTable.of(tenant, analytic);
        storedSilver.put(
            analytic.name(), table(session, table.scanCql(), table.name(), analytic.output()));
      }
      for (Rollup rollup : tenant.gold()) {
        GoldTable table = GoldTable.of(tenant, rollup);
        storedGold.put(
            rollup.name(), table(session, table.scanCql(), table.name(), rollup.output()));
      }
    }
    long alerts = alerts();
    long dead = topic(Names.deadLettersTopic(tenant), directory.resolve("dead-letters.ndjson"));
    long late = topic(Names.lateTopic(tenant), directory.resolve("late.ndjson"));
    ExportedRows rows = new ExportedRows(silver, storedSilver, storedGold, alerts, dead, late);
    DatasetLedger checked = ledger;
    for (String contradiction : rows.contradictions(ledger)) {
      checked = checked.withFailure(contradiction);
    }
    Files.writeString(directory.resolve("ledger.json"), LedgerJson.write(checked) + "\n");
    return checked;
  }

  private long topic(String topic, Path path) throws IOException {
    try (NdjsonFile file = NdjsonFile.create(path)) {
      topics.readAll(topic, record -> file.add(record.value()));
      return file.rows();
    }
  }

  /** Alerts may have been sent more than once; their id tells. */
  private long alerts() throws IOException {
    Set<String> seen = new HashSet<>();
    try (NdjsonFile file = NdjsonFile.create(directory.resolve("alerts.ndjson"))) {
      topics.readAll(
          Names.alertsTopic(tenant),
          record -> {
            if (seen.add(JSON.readTree(record.value()).path("id").asText())) {
              file.add(record.value());
            }
          });
      return file.rows();
    }
  }

  /** Another node is asked only for what may be asked twice, and that the driver has to be told. */
  static SimpleStatement again(String scan) {
    return SimpleStatement.newInstance(scan).setIdempotent(true);
  }

  private long table(CqlSession session, String scan, String name, RecordSchema schema)
      throws IOException {
    StoredRows stored = new StoredRows(schema);
    RowJson json = new RowJson(schema);
    Row row = new Row(schema.size());
    Path path = directory.resolve("coredms").resolve(name + ".ndjson");
    try (NdjsonFile file = NdjsonFile.create(path)) {
      for (com.datastax.oss.driver.api.core.cql.Row each : session.execute(again(scan))) {
        stored.read(each, row);
        file.add(json.write(row));
      }
      return file.rows();
    }
  }
}
