package io.mysimbdp.platform.record;

import java.io.Serializable;

/** One named, typed column of a raw record, a silver row or a gold row. */
public record Column(String name, ColumnType type, boolean nullable) implements Serializable {}
