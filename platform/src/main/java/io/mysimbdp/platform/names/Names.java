package io.mysimbdp.platform.names;

import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Tenant;

/** The names of everything that a tenant has on the servers. */
public final class Names {
  /** Keyspace in coredms of the platform's own tables. */
  public static final String PLATFORM_KEYSPACE = "mysimbdp";

  /**
   * Header of a record that is not what its topic is for; its value says what it is: {@code begin},
   * {@code end} or {@code pulse} in a raw topic, {@code loss} among the completions.
   */
  public static final String CONTROL_HEADER = "mysimbdp-control";

  /** Header of a silver record: how many (record, window) pairs the row stands for, in decimal. */
  public static final String RECORDS_HEADER = "mysimbdp-records";

  /**
   * Header of a silver record without a window: partition and offset of its raw record, {@code
   * 3:1027}.
   */
  public static final String POSITION_HEADER = "mysimbdp-position";

  /** Begins the name of a gold table in coredms. */
  public static final String GOLD_PREFIX = "gold_";

  /** Begins the name of the hidden table in coredms that keeps a gold table's day parts. */
  public static final String DAY_PARTS_PREFIX = "mysimbdp_parts_";

  private Names() {}

  public static String rawTopic(Tenant tenant, String stream) {
    return tenant.name() + ".raw." + stream;
  }

  public static String silverTopic(Tenant tenant, Rollup analytic) {
    return tenant.name() + ".silver." + analytic.name();
  }

  public static String goldTopic(Tenant tenant, Rollup table) {
    return tenant.name() + ".gold." + table.name();
  }

  public static String alertsTopic(Tenant tenant) {
    return tenant.name() + ".alerts";
  }

  public static String deadLettersTopic(Tenant tenant) {
    return tenant.name() + ".dead-letters";
  }

  public static String lateTopic(Tenant tenant) {
    return tenant.name() + ".late";
  }

  public static String completionsTopic(Tenant tenant) {
    return tenant.name() + ".completions";
  }

  public static String silverTable(Rollup analytic) {
    return "silver_" + analytic.name();
  }

  public static String goldTable(Rollup table) {
    return GOLD_PREFIX + table.name();
  }

  public static String dayPartsTable(Rollup table) {
    return DAY_PARTS_PREFIX + table.name();
  }

  /** Consumer group, Flink job name and transactional-id prefix of the raw-to-silver job. */
  public static String streamJob(Tenant tenant) {
    return tenant.name() + ".stream";
  }

  /** Consumer group and Flink job name of the silver-to-coredms job. */
  public static String loaderJob(Tenant tenant) {
    return tenant.name() + ".loader";
  }

  /** Begins the Flink job names of the tenant's batch runs. */
  public static String batchJobs(Tenant tenant) {
    return tenant.name() + ".batch.";
  }

  /** Flink job name of one attempt at a batch run. */
  public static String batchJob(Tenant tenant, String run, int attempt) {
    return batchJobs(tenant) + run + "." + attempt;
  }

  /**
   * Transactional-id prefix of a batch run: the same for all attempts, so that a new one aborts
   * what an earlier one left open, which would hold back the readers of the gold topic.
   */
  public static String batchTransactions(Tenant tenant, String run) {
    return batchJobs(tenant) + run;
  }

  /** Consumer group of the trigger. */
  public static String trigger(Tenant tenant) {
    return tenant.name() + ".trigger";
  }
}
