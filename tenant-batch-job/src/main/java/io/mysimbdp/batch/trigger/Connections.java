package io.mysimbdp.batch.trigger;

import com.datastax.oss.driver.api.core.CqlSession;
import io.mysimbdp.platform.coredms.CoreDms;
import io.mysimbdp.platform.coredms.Keyspaces;
import io.mysimbdp.platform.coredms.Preparation;
import io.mysimbdp.platform.names.Names;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * What a trigger asks. There are all three or none, and one that cannot be closed does not keep the
 * others open.
 *
 * @param completions stands before the tenant's first completion
 */
record Connections(CqlSession session, Admin admin, Consumer<byte[], byte[]> completions)
    implements AutoCloseable {

  static Connections open(TriggerSettings settings) {
    return Preparation.of(
        CoreDms.open(settings.cassandra()),
        session -> {
          Keyspaces.ensurePlatform(session);
          return Preparation.of(admin(settings), admin -> open(settings, session, admin));
        });
  }

  private static Connections open(TriggerSettings settings, CqlSession session, Admin admin) {
    return Preparation.of(
        Reading.committed(settings.kafka()),
        completions -> {
          List<TopicPartition> topic =
              List.of(new TopicPartition(Names.completionsTopic(settings.tenant()), 0));
          completions.assign(topic);
          completions.seekToBeginning(topic);
          return new Connections(session, admin, completions);
        });
  }

  private static Admin admin(TriggerSettings settings) {
    return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.kafka()));
  }

  @Override
  public void close() {
    try (session;
        admin;
        completions) {
      // That is all: they are closed from the last to the first.
    }
  }
}
