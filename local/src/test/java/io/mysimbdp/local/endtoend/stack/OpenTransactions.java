package io.mysimbdp.local.endtoend.stack;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.TopicPartition;

/** Transactions that are under way, as the broker says. */
public final class OpenTransactions implements AutoCloseable {
  private final Admin admin;

  public OpenTransactions(String brokers) {
    this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers));
  }

  /** The topics that one has written to; none if it is not open. */
  public Set<String> topics(String id) {
    try {
      TransactionDescription transaction =
          admin.describeTransactions(List.of(id)).description(id).get();
      return transaction.state() == TransactionState.ONGOING
          ? transaction.topicPartitions().stream()
              .map(TopicPartition::topic)
              .collect(Collectors.toSet())
          : Set.of();
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot describe transaction " + id, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
