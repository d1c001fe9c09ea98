package io.mysimbdp.local.endtoend.chaos;

import static java.util.Comparator.naturalOrder;
import static org.awaitility.Awaitility.await;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.cql.Row;
import io.mysimbdp.local.endtoend.stack.Kafka;
import io.mysimbdp.local.endtoend.stack.Stack;
import io.mysimbdp.platform.coredms.CoreDms;
import io.mysimbdp.platform.coredms.CoreDmsException;
import io.mysimbdp.platform.coredms.SilverTable;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.names.Names;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Looks again and again at the newest rows in coredms of an analytic whose rows stand for single
 * records: none of them may be there before it is committed in Kafka. Rows are read first, the ends
 * of committed silver afterwards, so a row that is not before these ends came too early.
 */
final class Premature implements AutoCloseable {
  private static final int NEWEST = 100;
  private static final Duration CATCH_UP = Duration.ofSeconds(30);

  private final Stack stack;
  private final Kafka kafka;
  private final SilverTable table;
  private final String cqlTable;
  private final String topic;
  private final Watcher watcher;
  private final Set<String> looked = ConcurrentHashMap.newKeySet();
  private final Set<String> premature = ConcurrentHashMap.newKeySet();
  private final Thread thread;
  private volatile boolean enough;
  private volatile String first = "";

  private Premature(Stack stack, Tenant tenant, SilverTable table, Watcher watcher) {
    this.stack = stack;
    this.kafka = new Kafka(stack.brokers());
    this.table = table;
    this.cqlTable = tenant.keyspace() + "." + table.name();
    this.topic = Names.silverTopic(tenant, table.analytic());
    this.watcher = watcher;
    this.thread = new Thread(this::look, "premature-" + table.name());
    thread.setDaemon(true);
  }

  /** Begins to look, if the tenant has an analytic of that kind. */
  static Optional<Premature> start(Stack stack, Tenant tenant, Watcher watcher) {
    Optional<Premature> looking =
        tenant.silver().stream()
            .map(analytic -> SilverTable.of(tenant, analytic))
            .filter(SilverTable::positioned)
            .findFirst()
            .map(table -> new Premature(stack, tenant, table, watcher));
    looking.ifPresent(premature -> premature.thread.start());
    return looking;
  }

  private void look() {
    while (!enough) {
      try (CqlSession session = CoreDms.open(stack.cassandra())) {
        while (!enough) {
          lookOnce(session);
        }
      } catch (DriverException
          | CoreDmsException
          | KafkaException
          | IllegalStateException
          | ConditionTimeoutException e) {
        // A server is away, so there is nothing to look at for the time being.
      }
    }
  }

  private void lookOnce(CqlSession session) {
    List<String> there = newest(session);
    Map<TopicPartition, Long> ends = kafka.ends(topic);
    await().pollInSameThread().atMost(CATCH_UP).until(() -> enough || watcher.hasReached(ends));
    if (watcher.hasReached(ends)) {
      for (String position : there) {
        looked.add(position);
        if (!watcher.hasSeen(topic, position)) {
          premature.add(position);
          first = first.isEmpty() ? "the record of raw position " + position : first;
        }
      }
    }
  }

  /** The positions of the raw records that the rows of the latest event times stand for. */
  private List<String> newest(CqlSession session) {
    List<Row> partitions = session.execute(table.partitionsCql()).all();
    Optional<String> newestDay =
        partitions.stream().map(row -> row.getString(SilverTable.DAY)).max(naturalOrder());
    String cql =
        "SELECT %s, %s FROM %s WHERE %s = ? AND %s = ? ORDER BY %s DESC LIMIT %d"
            .formatted(
                SilverTable.PARTITION,
                SilverTable.OFFSET,
                cqlTable,
                SilverTable.DAY,
                SilverTable.BUCKET,
                table.time().column(),
                NEWEST);
    List<String> positions = new ArrayList<>();
    for (Row partition : partitions) {
      String day = partition.getString(SilverTable.DAY);
      if (newestDay.equals(Optional.of(day))) {
        session
            .execute(cql, day, partition.getInt(SilverTable.BUCKET))
            .forEach(row -> positions.add(row.getInt(0) + ":" + row.getLong(1)));
      }
    }
    return positions;
  }

  /** What it found. */
  Comparison finish() throws InterruptedException {
    enough = true;
    thread.join(CATCH_UP.toMillis());
    return new Comparison(
        "in coredms only when committed: " + topic,
        looked.size(),
        0,
        0,
        premature.size(),
        looked.isEmpty()
            ? "no row was looked at"
            : first.isEmpty() ? "" : first + " was in coredms before it was committed");
  }

  @Override
  public void close() {
    enough = true;
  }
}
