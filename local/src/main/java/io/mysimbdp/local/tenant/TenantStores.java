package io.mysimbdp.local.tenant;

import com.datastax.oss.driver.api.core.CqlSession;
import io.mysimbdp.platform.coredms.BatchRunStore;
import io.mysimbdp.platform.coredms.CoreDms;
import io.mysimbdp.platform.coredms.DatasetStore;
import io.mysimbdp.platform.coredms.Keyspaces;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.names.Names;
import io.mysimbdp.platform.topics.TenantTopics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.TopicPartition;

/** What a tenant has on Kafka and in Cassandra. */
public final class TenantStores {
  private TenantStores() {}

  /** Creates the topics and tables that are missing. */
  public static void ensure(Placement placement) {
    try (Admin admin = admin(placement)) {
      TenantTopics.ensure(admin, placement.tenant(), placement.partitions());
    }
    try (CqlSession session = CoreDms.open(placement.addresses().cassandra())) {
      Keyspaces.ensurePlatform(session);
      Keyspaces.ensure(session, placement.tenant());
    }
  }

  /** Removes topics, consumer groups, tables and what the platform has noted about the tenant. */
  public static void remove(Placement placement) throws InterruptedException {
    remove(placement, TenantTopics::delete);
  }

  /** The same, but the raw topics stay, so that everything else can be made from them again. */
  public static void removeDerived(Placement placement) throws InterruptedException {
    remove(placement, TenantTopics::deleteDerived);
  }

  /** Of the raw partitions whose first records are gone, where they begin now. */
  public static Map<TopicPartition, Long> shortened(Placement placement) {
    try (Admin admin = admin(placement)) {
      return TenantTopics.shortened(admin, placement.tenant());
    }
  }

  private static void remove(Placement placement, BiConsumer<Admin, Tenant> topics)
      throws InterruptedException {
    Tenant tenant = placement.tenant();
    try (Admin admin = admin(placement)) {
      topics.accept(admin, tenant);
      admin
          .deleteConsumerGroups(
              List.of(Names.streamJob(tenant), Names.loaderJob(tenant), Names.trigger(tenant)))
          .all()
          .get(10, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      // A group that never committed is not there; one that is left costs nothing and expires.
    }
    try (CqlSession session = CoreDms.open(placement.addresses().cassandra())) {
      Keyspaces.drop(session, tenant);
      // Where no tenant was ever deployed there are no books to forget it in.
      Keyspaces.ensurePlatform(session);
      new DatasetStore(session).forget(tenant.name());
      new BatchRunStore(session).forget(tenant.name());
    }
  }

  static Admin admin(Placement placement) {
    return Admin.create(
        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, placement.addresses().kafka()));
  }
}
