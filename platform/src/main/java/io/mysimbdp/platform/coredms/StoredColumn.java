package io.mysimbdp.platform.coredms;

import java.io.Serializable;

/**
 * One column of a table in coredms.
 *
 * @param name as in the definition, or starting with {@code mysimbdp_} for one of the platform's
 *     own, which no export shows
 * @param cqlType such as {@code bigint}
 */
public record StoredColumn(String name, String cqlType) implements Serializable {

  String definition() {
    return Cql.name(name) + " " + cqlType;
  }
}
