package io.mysimbdp.local.endtoend.fuzz;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.List;

/**
 * A table that hostile texts name, and the list of all tables: both show a query that was forged.
 */
public final class Canary implements AutoCloseable {
  private final CqlSession session;
  private final List<String> tables;

  public Canary(CqlSession session) {
    this.session = session;
    session.execute(
        "CREATE KEYSPACE IF NOT EXISTS fuzz_canary WITH replication ="
            + " {'class': 'SimpleStrategy', 'replication_factor': 1}");
    session.execute(
        "CREATE TABLE IF NOT EXISTS fuzz_canary.canary (id int PRIMARY KEY, says text)");
    session.execute("INSERT INTO fuzz_canary.canary (id, says) VALUES (1, 'alive')");
    this.tables = tables();
  }

  /** Whether there are the same tables as before, and this one says what it said. */
  public boolean lives() {
    List<Row> rows = session.execute("SELECT id, says FROM fuzz_canary.canary").all();
    return tables.equals(tables())
        && rows.size() == 1
        && "alive".equals(rows.get(0).getString("says"));
  }

  private List<String> tables() {
    return session
        .execute("SELECT keyspace_name, table_name FROM system_schema.tables")
        .all()
        .stream()
        .map(row -> row.getString(0) + "." + row.getString(1))
        .sorted()
        .toList();
  }

  @Override
  public void close() {
    session.execute("DROP KEYSPACE IF EXISTS fuzz_canary");
  }
}
