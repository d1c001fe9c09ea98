package io.mysimbdp.platform.coredms;

import com.datastax.oss.driver.api.core.CqlSession;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Span;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.names.Names;

/** The keyspaces of coredms: one per tenant, and the platform's own. */
public final class Keyspaces {
  private Keyspaces() {}

  /** Creates the tenant's keyspace and tables; what is there is left alone. */
  public static void ensure(CqlSession session, Tenant tenant) {
    createKeyspace(session, tenant.keyspace());
    int days = tenant.agreement().retentionDays();
    for (Rollup analytic : tenant.silver()) {
      session.execute(SilverTable.of(tenant, analytic).createCql(days));
    }
    for (Rollup rollup : tenant.gold()) {
      session.execute(GoldTable.of(tenant, rollup).createCql(days));
      if (rollup.span() instanceof Span.Calendar) {
        session.execute(DayPartTable.of(tenant, rollup).createCql(days));
      }
    }
  }

  /** Removes the tenant's keyspace with everything in it, if it is there. */
  public static void drop(CqlSession session, Tenant tenant) {
    session.execute("DROP KEYSPACE IF EXISTS " + Cql.name(tenant.keyspace()));
  }

  /** Creates the platform's own keyspace and tables; what is there is left alone. */
  public static void ensurePlatform(CqlSession session) {
    createKeyspace(session, Names.PLATFORM_KEYSPACE);
    session.execute(DatasetStore.createCql());
    session.execute(BatchRunStore.createCql());
  }

  /** One copy of everything: the local stack is one node. */
  static void createKeyspace(CqlSession session, String keyspace) {
    session.execute(
        "CREATE KEYSPACE IF NOT EXISTS "
            + Cql.name(keyspace)
            + " WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}");
  }
}
