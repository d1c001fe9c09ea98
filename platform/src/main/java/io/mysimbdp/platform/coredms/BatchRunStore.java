package io.mysimbdp.platform.coredms;

import static java.util.stream.Collectors.toMap;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import io.mysimbdp.platform.dataset.AnalyticCount;
import io.mysimbdp.platform.dataset.GoldCount;
import io.mysimbdp.platform.names.Names;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The batch runs of all tenants, in {@code mysimbdp.batch_runs}. Every change is a lightweight
 * transaction on the attempt that it changes: of several processes that want it, one wins. Write
 * times are taken in the order in which they grow, whatever the clocks of those who take them say.
 */
public final class BatchRunStore {
  private static final String TABLE = Names.PLATFORM_KEYSPACE + ".batch_runs";

  private final CqlSession session;
  private final Clock clock;

  /** The store; {@link Keyspaces#ensurePlatform} has made its table. */
  public BatchRunStore(CqlSession session) {
    this(session, Clock.systemUTC());
  }

  /** The store of a machine with this clock. */
  public BatchRunStore(CqlSession session, Clock clock) {
    this.session = session;
    this.clock = clock;
  }

  static String createCql() {
    return ("CREATE TABLE IF NOT EXISTS %s (tenant text, run text, last_write_time bigint static,"
            + " %s, turn bigint, attempt int, write_time bigint, state text, error text,"
            + " rows_read map<text, bigint>, records_read map<text, bigint>, rows_written"
            + " map<text, bigint>, rows_stored map<text, bigint>, started_at timestamp,"
            + " ended_at timestamp, PRIMARY KEY (tenant, run))")
        .formatted(TABLE, IntervalColumns.DEFINITIONS);
  }

  /** The run, if it was started. */
  public Optional<BatchRunRecord> find(String tenant, String run) {
    return Optional.ofNullable(
            serial("SELECT * FROM %s WHERE tenant = ? AND run = ?", tenant, run).one())
        .map(BatchRunStore::read);
  }

  /** The tenant's runs, by name. */
  public List<BatchRunRecord> all(String tenant) {
    return serial("SELECT * FROM %s WHERE tenant = ?", tenant).all().stream()
        // Where only a write time was taken, there is a row without a run.
        .filter(row -> !row.isNull("run"))
        .map(BatchRunStore::read)
        .toList();
  }

  /** Of the tenant's runs that have not ended the one whose turn it is. */
  public Optional<BatchRunRecord> next(String tenant) {
    return all(tenant).stream()
        .filter(run -> run.state() == BatchRunRecord.State.STARTED)
        .min(Comparator.comparingLong(BatchRunRecord::turn));
  }

  /**
   * Records a run unless it is recorded.
   *
   * @return what is recorded now, by this call or another
   */
  public BatchRunRecord start(String tenant, String run, Interval interval) {
    while (true) {
      WriteTime time = writeTime(tenant);
      Optional<BatchRunRecord> recorded = find(tenant, run);
      if (recorded.isPresent()) {
        return recorded.get();
      }
      take(
          tenant,
          time,
          statement(
              "INSERT INTO %s (tenant, run, "
                  + IntervalColumns.NAMES
                  + ", turn, attempt, write_time, state, started_at)"
                  + " VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, 'STARTED', ?)",
              tenant,
              run,
              Instant.ofEpochMilli(interval.after()),
              Instant.ofEpochMilli(interval.upto()),
              Instant.ofEpochMilli(interval.instantsFrom()),
              Instant.ofEpochMilli(interval.instantsTo()),
              time.micros(),
              time.micros(),
              clock.instant()));
    }
  }

  /**
   * Goes on to the next attempt, unless another process has.
   *
   * @param error why this attempt failed
   */
  public void retry(BatchRunRecord run, String error) {
    boolean taken = false;
    while (!taken) {
      WriteTime time = writeTime(run.tenant());
      BatchRunRecord recorded = find(run.tenant(), run.run()).orElse(run);
      if (recorded.attempt() != run.attempt() || recorded.state() != BatchRunRecord.State.STARTED) {
        return;
      }
      taken =
          take(
              run.tenant(),
              time,
              statement(
                  "UPDATE %s SET attempt = ?, write_time = ?, error = ? WHERE tenant = ? AND run ="
                      + " ? IF attempt = ? AND state = 'STARTED'",
                  run.attempt() + 1, time.micros(), error, run.tenant(), run.run(), run.attempt()));
    }
  }

  /**
   * Takes a write time for gold that is written without a run being recorded.
   *
   * @return microseconds since the epoch, later than all that were taken for the tenant before
   */
  public long takeWriteTime(String tenant) {
    while (true) {
      WriteTime time = writeTime(tenant);
      if (session.execute(taking(tenant, time)).wasApplied()) {
        return time.micros();
      }
    }
  }

  private WriteTime writeTime(String tenant) {
    return WriteTime.after(lastWriteTime(tenant), clock.instant());
  }

  /** The last write time that was taken for the tenant; null if none was. */
  private Long lastWriteTime(String tenant) {
    Row row = serial("SELECT last_write_time FROM %s WHERE tenant = ? LIMIT 1", tenant).one();
    return row == null || row.isNull(0) ? null : row.getLong(0);
  }

  /** Takes a write time and makes the change, both or neither. */
  private boolean take(String tenant, WriteTime time, SimpleStatement change) {
    return session
        .execute(BatchStatement.newInstance(BatchType.UNLOGGED, taking(tenant, time), change))
        .wasApplied();
  }

  private static SimpleStatement taking(String tenant, WriteTime time) {
    return time.last() == null
        ? statement(
            "UPDATE %s SET last_write_time = ? WHERE tenant = ? IF last_write_time = null",
            time.micros(), tenant)
        : statement(
            "UPDATE %s SET last_write_time = ? WHERE tenant = ? IF last_write_time = ?",
            time.micros(), tenant, time.last());
  }

  /** Records that this attempt did what the run was for, unless another process has. */
  public void finish(BatchRunRecord run, BatchCounts counts) {
    Map<String, AnalyticCount> read = counts.read();
    Map<String, GoldCount> gold = counts.gold();
    execute(
        "UPDATE %s SET state = 'FINISHED', rows_read = ?, records_read = ?, rows_written = ?,"
            + " rows_stored = ?, ended_at = ? WHERE tenant = ? AND run = ? IF attempt = ? AND state"
            + " = 'STARTED'",
        read.entrySet().stream().collect(toMap(Map.Entry::getKey, e -> e.getValue().rows())),
        read.entrySet().stream().collect(toMap(Map.Entry::getKey, e -> e.getValue().pairs())),
        gold.entrySet().stream().collect(toMap(Map.Entry::getKey, e -> e.getValue().written())),
        gold.entrySet().stream().collect(toMap(Map.Entry::getKey, e -> e.getValue().stored())),
        clock.instant(),
        run.tenant(),
        run.run(),
        run.attempt());
  }

  /** Records that the run is given up, unless another process has dealt with this attempt. */
  public void fail(BatchRunRecord run, String error) {
    execute(
        "UPDATE %s SET state = 'FAILED', error = ?, ended_at = ? WHERE tenant = ? AND run = ? IF"
            + " attempt = ? AND state = 'STARTED'",
        error, clock.instant(), run.tenant(), run.run(), run.attempt());
  }

  /**
   * Forgets every run of a tenant. By transactions like the rest: a plain delete would carry the
   * time of this machine's clock, and keep what is too new for it, or hide what comes later.
   */
  public void forget(String tenant) {
    for (BatchRunRecord run : all(tenant)) {
      execute("DELETE FROM %s WHERE tenant = ? AND run = ? IF EXISTS", tenant, run.run());
    }
    execute(
        "UPDATE %s SET last_write_time = null WHERE tenant = ? IF last_write_time != null", tenant);
  }

  private static BatchRunRecord read(Row row) {
    return new BatchRunRecord(
        row.getString("tenant"),
        row.getString("run"),
        IntervalColumns.read(row),
        row.getLong("turn"),
        row.getInstant("started_at"),
        row.getInt("attempt"),
        row.getLong("write_time"),
        BatchRunRecord.State.valueOf(row.getString("state")),
        row.getString("error"),
        new BatchCounts(readCounts(row), goldCounts(row)));
  }

  private static Map<String, AnalyticCount> readCounts(Row row) {
    Map<String, Long> records = Counts.of(row, "records_read");
    Map<String, AnalyticCount> counts = new HashMap<>();
    Counts.of(row, "rows_read")
        .forEach(
            (name, rows) ->
                counts.put(name, new AnalyticCount(rows, records.getOrDefault(name, 0L))));
    return counts;
  }

  private static Map<String, GoldCount> goldCounts(Row row) {
    Map<String, Long> stored = Counts.of(row, "rows_stored");
    Map<String, GoldCount> counts = new HashMap<>();
    Counts.of(row, "rows_written")
        .forEach(
            (name, rows) -> counts.put(name, new GoldCount(rows, stored.getOrDefault(name, 0L))));
    return counts;
  }

  private ResultSet execute(String cql, Object... values) {
    return session.execute(statement(cql, values));
  }

  private static SimpleStatement statement(String cql, Object... values) {
    return SimpleStatement.newInstance(cql.formatted(TABLE), values);
  }

  /** Sees every transaction that has been acknowledged, and ends those that are under way. */
  private ResultSet serial(String cql, Object... values) {
    return session.execute(
        statement(cql, values).setConsistencyLevel(DefaultConsistencyLevel.SERIAL));
  }

  /**
   * A write time to be taken.
   *
   * @param last that was taken before; null if none was
   * @param micros since the epoch, later than that also if clocks differ
   */
  private record WriteTime(Long last, long micros) {
    static WriteTime after(Long last, Instant now) {
      long micros = TimeUnit.SECONDS.toMicros(now.getEpochSecond()) + now.getNano() / 1000;
      return new WriteTime(last, last == null ? micros : Math.max(micros, last + 1));
    }
  }
}
