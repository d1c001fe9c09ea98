package io.mysimbdp.platform.definition;

/** How the records of a raw topic are written. */
public enum Format {
  /** One JSON object a record (RFC 8259), UTF-8, field names as in the Avro schema. */
  JSON
}
