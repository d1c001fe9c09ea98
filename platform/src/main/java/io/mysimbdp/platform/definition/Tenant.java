package io.mysimbdp.platform.definition;

import java.io.Serializable;
import java.time.ZoneId;
import java.util.List;

/**
 * A tenant's definition, read and checked as a whole.
 *
 * @param name of the folder and of everything that belongs to the tenant
 * @param keyspace in coredms
 * @param zone in which its local times are read, and at whose midnight windows and calendars start
 * @param synthetic what the emulator calls the kind of data it can make up for the tenant; null for
 *     none
 */
public record Tenant(
    String name,
    String keyspace,
    ZoneId zone,
    List<RawStream> raw,
    List<Rollup> silver,
    List<Rollup> gold,
    Agreement agreement,
    String synthetic)
    implements Serializable {

  public Tenant {
    raw = List.copyOf(raw);
    silver = List.copyOf(silver);
    gold = List.copyOf(gold);
  }

  /**
   * The same definition under another name, with topics, tables and transactions of its own; a
   * {@code run} works on such a copy and so never meets the deployed tenant.
   */
  public Tenant as(String alias) {
    return new Tenant(
        alias, alias.replace('-', '_'), zone, raw, silver, gold, agreement, synthetic);
  }

  /** The raw stream with this name. */
  public RawStream rawStream(String stream) {
    return raw.stream()
        .filter(s -> s.name().equals(stream))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no raw stream " + stream));
  }

  /** The silver analytic with this name. */
  public Rollup silverAnalytic(String analytic) {
    return silver.stream()
        .filter(r -> r.name().equals(analytic))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no silver analytic " + analytic));
  }

  /** Whether a silver analytic has this name; what gold reads is silver or gold. */
  public boolean isSilver(String name) {
    return silver.stream().anyMatch(r -> r.name().equals(name));
  }

  /** The gold table with this name. */
  public Rollup goldTable(String table) {
    return gold.stream()
        .filter(r -> r.name().equals(table))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no gold table " + table));
  }

  /** The silver analytics that read this raw stream, in the order of the definition. */
  public List<Rollup> silverOf(String stream) {
    return silver.stream().filter(r -> r.from().equals(stream)).toList();
  }

  /**
   * The latest end of any window of any silver analytic that contains the instant before {@code
   * close}: what a dataset that closes there finalises. Without any window, {@code close} itself.
   *
   * @param close milliseconds since the epoch, exclusive
   */
  public long finalEnd(long close) {
    return silver.stream()
        .map(Rollup::span)
        .filter(Span.Windowed.class::isInstance)
        .mapToLong(span -> ((Span.Windowed) span).windows().lastEnd(close - 1))
        .max()
        .orElse(close);
  }
}
