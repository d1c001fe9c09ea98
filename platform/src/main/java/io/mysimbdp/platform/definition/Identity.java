package io.mysimbdp.platform.definition;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * By what a record of a raw stream is recognised when it comes again.
 *
 * @param columns positions in the stream's schema; two records with equal values here are one
 * @param horizon a record is a duplicate if the one before it has an event time that lies not more
 *     than this behind the largest of the partition
 */
public record Identity(List<Integer> columns, Duration horizon) implements Serializable {

  public Identity {
    columns = List.copyOf(columns);
  }
}
