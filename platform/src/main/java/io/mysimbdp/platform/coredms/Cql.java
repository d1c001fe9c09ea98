package io.mysimbdp.platform.coredms;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import io.mysimbdp.platform.record.ColumnType;
import java.util.Collection;
import java.util.stream.Collectors;

/** How names and types of this platform are written in CQL. */
final class Cql {
  private Cql() {}

  /** A name as it stands in a statement: quoted where CQL would otherwise read it differently. */
  static String name(String internal) {
    return CqlIdentifier.fromInternal(internal).asCql(true);
  }

  /** A table's full name in a statement. */
  static String table(String keyspace, String table) {
    return name(keyspace) + "." + name(table);
  }

  static String type(ColumnType type) {
    return switch (type) {
      case TEXT, SKETCH -> "text";
      case LONG -> "bigint";
      case DOUBLE -> "double";
      case BOOLEAN -> "boolean";
      case TIMESTAMP -> "timestamp";
      case DECIMAL -> "decimal";
    };
  }

  static String names(Collection<String> internal) {
    return internal.stream().map(Cql::name).collect(Collectors.joining(", "));
  }

  static String placeholders(int count) {
    return String.join(", ", java.util.Collections.nCopies(count, "?"));
  }
}
