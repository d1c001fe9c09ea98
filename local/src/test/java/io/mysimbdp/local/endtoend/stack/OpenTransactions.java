package io.mysimbdp.local.endtoend.stack;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;

/** The transactions of one job that are open and have been written to, as the broker says. */
public final class OpenTransactions implements AutoCloseable {
  private final Admin admin;
  private final String prefix;

  /**
   * @param prefix of the job's transactional ids
   */
  public OpenTransactions(String brokers, String prefix) {
    this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers));
    this.prefix = prefix;
  }

  /** The ids of those that have been written to. */
  public Set<String> ids() {
    try {
      return admin
          .listTransactions(
              new ListTransactionsOptions().filterStates(List.of(TransactionState.ONGOING)))
          .all()
          .get()
          .stream()
          .map(TransactionListing::transactionalId)
          .filter(id -> id.startsWith(prefix))
          .collect(Collectors.toSet());
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot list transactions", e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** The topics that have been written to in any of them. */
  public Set<String> topics() {
    try {
      return admin.describeTransactions(ids()).all().get().values().stream()
          .filter(transaction -> transaction.state() == TransactionState.ONGOING)
          .flatMap(transaction -> transaction.topicPartitions().stream())
          .map(partition -> partition.topic())
          .collect(Collectors.toSet());
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot describe transactions", e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrupted", e);
  }

  @Override
  public void close() {
    admin.close();
  }
}
