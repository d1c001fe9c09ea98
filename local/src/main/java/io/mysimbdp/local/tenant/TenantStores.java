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
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

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
    Tenant tenant = placement.tenant();
    try (Admin admin = admin(placement)) {
      TenantTopics.delete(admin, tenant);
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
      new DatasetStore(session).forget(tenant.name());
      new BatchRunStore(session).forget(tenant.name());
    }
  }

  static Admin admin(Placement placement) {
    return Admin.create(
        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, placement.addresses().kafka()));
  }
}
