package io.mysimbdp.platform.coredms;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import io.mysimbdp.platform.dataset.LedgerJson;
import io.mysimbdp.platform.names.Names;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The datasets of all tenants, in {@code mysimbdp.datasets}. Every change is a lightweight
 * transaction, so that any number of triggers may work on one tenant.
 */
public final class DatasetStore {
  private static final String TABLE = Names.PLATFORM_KEYSPACE + ".datasets";

  private final CqlSession session;

  /** The store; {@link Keyspaces#ensurePlatform} has made its table. */
  public DatasetStore(CqlSession session) {
    this.session = session;
  }

  static String createCql() {
    return ("CREATE TABLE IF NOT EXISTS %s (tenant text, dataset text, position bigint, %s, resume"
            + " map<text, bigint>, state text, ledger text, recorded_at timestamp, PRIMARY KEY"
            + " (tenant, dataset))")
        .formatted(TABLE, IntervalColumns.DEFINITIONS);
  }

  /** The dataset, if it was recorded. */
  public Optional<DatasetRecord> find(String tenant, String dataset) {
    return Optional.ofNullable(
            serial("SELECT * FROM %s WHERE tenant = ? AND dataset = ?", tenant, dataset).one())
        .map(DatasetStore::read);
  }

  /** The tenant's datasets in the order in which they were completed. */
  public List<DatasetRecord> all(String tenant) {
    return serial("SELECT * FROM %s WHERE tenant = ?", tenant).all().stream()
        .map(DatasetStore::read)
        .sorted(Comparator.comparingLong(DatasetRecord::position))
        .toList();
  }

  /**
   * Records a dataset unless it is recorded.
   *
   * @return what is recorded now, by this call or another
   */
  public DatasetRecord record(DatasetRecord dataset) {
    Interval interval = dataset.interval();
    execute(
        "INSERT INTO %s (tenant, dataset, position, "
            + IntervalColumns.NAMES
            + ", resume, state, ledger, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) IF"
            + " NOT EXISTS",
        dataset.tenant(),
        dataset.dataset(),
        dataset.position(),
        Instant.ofEpochMilli(interval.after()),
        Instant.ofEpochMilli(interval.upto()),
        Instant.ofEpochMilli(interval.instantsFrom()),
        Instant.ofEpochMilli(interval.instantsTo()),
        dataset.resume(),
        dataset.state().name(),
        LedgerJson.write(dataset.ledger()),
        Instant.now());
    return find(dataset.tenant(), dataset.dataset()).orElseThrow();
  }

  /** Writes the final ledger of a dataset that is {@code COMPLETE}, which makes it {@code DONE}. */
  public void finish(DatasetRecord dataset) {
    execute(
        "UPDATE %s SET state = 'DONE', ledger = ? WHERE tenant = ? AND dataset = ? IF state ="
            + " 'COMPLETE'",
        LedgerJson.write(dataset.ledger()), dataset.tenant(), dataset.dataset());
  }

  /**
   * Forgets every dataset of a tenant. By transactions like the rest: a plain delete would carry
   * the time of this machine's clock, and keep what is too new for it, or hide what comes later.
   */
  public void forget(String tenant) {
    for (DatasetRecord dataset : all(tenant)) {
      execute(
          "DELETE FROM %s WHERE tenant = ? AND dataset = ? IF EXISTS", tenant, dataset.dataset());
    }
  }

  private static DatasetRecord read(Row row) {
    return new DatasetRecord(
        row.getString("tenant"),
        row.getString("dataset"),
        row.getLong("position"),
        IntervalColumns.read(row),
        Counts.of(row, "resume"),
        DatasetRecord.State.valueOf(row.getString("state")),
        LedgerJson.read(row.getString("ledger")));
  }

  private ResultSet execute(String cql, Object... values) {
    return session.execute(SimpleStatement.newInstance(cql.formatted(TABLE), values));
  }

  /** Sees every transaction that has been acknowledged, and ends those that are under way. */
  private ResultSet serial(String cql, Object... values) {
    return session.execute(
        SimpleStatement.newInstance(cql.formatted(TABLE), values)
            .setConsistencyLevel(DefaultConsistencyLevel.SERIAL));
  }
}
