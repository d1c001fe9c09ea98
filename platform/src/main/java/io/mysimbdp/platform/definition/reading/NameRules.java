package io.mysimbdp.platform.definition.reading;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which names Kafka, Cassandra and the platform accept. Each check returns what is wrong. */
final class NameRules {
  /** Cassandra's limit for the name of a keyspace and of a table. */
  static final int CASSANDRA_MAX = 48;

  /** A run works on a copy of the tenant whose name is up to this much longer. */
  static final int RUN_SUFFIX = 12;

  /** Kafka's limit for the name of a topic. */
  static final int KAFKA_MAX = 249;

  static final String HIDDEN_PREFIX = "mysimbdp_";

  private static final String CQL_LETTERS =
      "lower-case letters, digits and underscores, a letter first";

  private static final Pattern TENANT = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern STREAM = Pattern.compile("[a-z][a-z0-9_-]*");
  private static final Pattern CQL = Pattern.compile("[a-z][a-z0-9_]*");

  /** The words that CQL reserves (Cassandra 5.0, {@code reserved_keywords.txt}). */
  private static final Set<String> RESERVED =
      Set.of(
          ("ADD ALLOW ALTER AND APPLY ASC AUTHORIZE BATCH BEGIN BY COLUMNFAMILY CREATE DELETE DESC"
                  + " DESCRIBE DROP ENTRIES EXECUTE FROM FULL GRANT IF IN INDEX INFINITY INSERT"
                  + " INTO IS KEYSPACE LIMIT MATERIALIZED MODIFY NAN NORECURSIVE NOT NULL OF ON OR"
                  + " ORDER PRIMARY RENAME REVOKE SCHEMA SELECT SET TABLE TO TOKEN TRUNCATE"
                  + " UNLOGGED UPDATE USE USING VIEW WHERE WITH")
              .toLowerCase(Locale.ROOT)
              .split(" "));

  private NameRules() {}

  static Optional<String> tenant(String name) {
    if (!TENANT.matcher(name).matches()) {
      return wrong(name, "a tenant is named with lower-case letters, digits and single hyphens");
    }
    int max = CASSANDRA_MAX - RUN_SUFFIX;
    return name.length() > max
        ? wrong(name, "a tenant's name has at most " + max + " characters")
        : Optional.empty();
  }

  static Optional<String> keyspace(String name) {
    if (name.equals("mysimbdp") || name.equals("system") || name.startsWith("system_")) {
      return wrong(name, "this keyspace belongs to the platform or to Cassandra");
    }
    return cql(name, "a keyspace", CASSANDRA_MAX);
  }

  static Optional<String> stream(String tenant, String name) {
    if (!STREAM.matcher(name).matches()) {
      return wrong(
          name, "a raw stream is named with lower-case letters, digits, hyphens and underscores");
    }
    int max = KAFKA_MAX - (tenant + ".raw.").length();
    return name.length() > max
        ? wrong(name, "Kafka's topic names leave room for " + max + " characters")
        : Optional.empty();
  }

  /** A silver analytic or gold table, whose table has this prefix. */
  static Optional<String> rollup(String name, String prefix) {
    if (!CQL.matcher(name).matches()) {
      return wrong(name, "analytics and tables are named with " + CQL_LETTERS);
    }
    int max = CASSANDRA_MAX - prefix.length();
    return name.length() > max
        ? wrong(
            name, "its table " + prefix + "… in Cassandra leaves room for " + max + " characters")
        : Optional.empty();
  }

  static Optional<String> column(String name) {
    if (name.startsWith(HIDDEN_PREFIX)) {
      return wrong(name, "names that start with " + HIDDEN_PREFIX + " belong to the platform");
    }
    return cql(name, "a column", CASSANDRA_MAX);
  }

  /** A rule's name, which only people read. */
  static Optional<String> rule(String name) {
    return CQL.matcher(name).matches()
        ? Optional.empty()
        : wrong(name, "a rule is named with " + CQL_LETTERS);
  }

  private static Optional<String> cql(String name, String what, int max) {
    if (!CQL.matcher(name).matches()) {
      return wrong(name, what + " of Cassandra is named with " + CQL_LETTERS);
    }
    if (RESERVED.contains(name)) {
      return wrong(name, "CQL reserves this word");
    }
    return name.length() > max
        ? wrong(name, what + " of Cassandra has at most " + max + " characters in its name")
        : Optional.empty();
  }

  private static Optional<String> wrong(String name, String why) {
    return Optional.of("'" + name + "' cannot be a name here: " + why);
  }
}
