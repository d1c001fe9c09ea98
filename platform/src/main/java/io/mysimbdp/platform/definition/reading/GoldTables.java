package io.mysimbdp.platform.definition.reading;

import io.mysimbdp.platform.calendar.PeriodKind;
import io.mysimbdp.platform.definition.Aggregate;
import io.mysimbdp.platform.definition.Derived;
import io.mysimbdp.platform.definition.Refinement;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Span;
import io.mysimbdp.platform.expression.Expression;
import io.mysimbdp.platform.expression.NotNullColumns;
import io.mysimbdp.platform.names.Names;
import io.mysimbdp.platform.record.Column;
import io.mysimbdp.platform.record.ColumnType;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads gold tables, which stand on silver or on gold tables above them. */
final class GoldTables {
  private static final int DEFAULT_BUCKETS = 16;
  private static final List<String> KINDS =
      Arrays.stream(PeriodKind.values()).map(PeriodKind::text).toList();
  private static final List<Section.Key> KEYS =
      List.of(
          Section.Key.required("from", "the silver analytic or gold table that it reads"),
          Section.Key.optional("spread"),
          Section.Key.optional("extend"),
          Section.Key.optional("where"),
          Section.Key.optional("calendar"),
          Section.Key.optional("group_by"),
          Rollups.AGGREGATES,
          Section.Key.optional("previous"),
          Section.Key.optional("rank"),
          Section.Key.optional("derive"),
          Section.Key.optional("buckets"));

  private final GoldSources sources;
  private final ZoneId zone;

  /**
   * A reader.
   *
   * @param zone on whose clocks days begin
   */
  GoldTables(List<Rollups.Read> silver, ZoneId zone) {
    this.sources = new GoldSources(silver);
    this.zone = zone;
  }

  List<Rollups.Read> read(List<Value.Entry> entries) {
    entries.forEach(entry -> sources.announce(entry.name()));
    List<Rollups.Read> tables = new ArrayList<>();
    for (Value.Entry entry : entries) {
      Rollups.Read table = read(entry);
      sources.add(table);
      tables.add(table);
    }
    return tables;
  }

  private Rollups.Read read(Value.Entry entry) {
    Section section = Section.open(entry.key(), entry.value(), "a gold table", KEYS);
    boolean periods = section.has("calendar");
    NameRules.rollup(entry.name(), periods ? Names.DAY_PARTS_PREFIX : Names.GOLD_PREFIX)
        .ifPresent(entry.key()::report);
    Optional<Rollups.Read> from = section.get("from").flatMap(sources::find);
    Span span = periods ? calendar(section.get("calendar").orElseThrow()) : new Span.Interval();
    from.ifPresent(f -> sources.check(f, section.get("from").orElseThrow(), span));
    Spreads.Read spread =
        Spreads.read(section, from.map(Rollups.Read::columns).orElse(Columns.UNKNOWN), zone);
    Extensions.Read extend = Extensions.read(section.get("extend"), spread.columns());
    Columns input = extend.extended();
    Expressions expressions = new Expressions(input);
    Optional<Expression> where =
        section.get("where").flatMap(v -> expressions.readBoolean(v, "'where'"));
    Set<Integer> notNull = where.map(NotNullColumns::of).orElse(Set.of());
    OutputColumns out = spanColumns(periods, input.known());
    List<Integer> groupBy = Rollups.groupBy(section, input, notNull, out);
    List<Aggregate> aggregates = Rollups.aggregates(section, expressions, out);
    List<Refinement.Previous> previous = RowsBefore.read(section, aggregates, out);
    Optional<Refinement.Rank> rank = Ranks.read(section, periods ? 3 : 2, groupBy.size(), out);
    List<Derived> derive =
        section.get("derive").map(v -> Extensions.read(v, out)).orElse(List.of());
    if (!section.complete()) {
      out.unknown();
    }
    Columns output = out.soFar();
    int buckets = section.get("buckets").flatMap(v -> v.integer(1, 1024)).orElse(DEFAULT_BUCKETS);
    if (from.isEmpty() || !output.known()) {
      return new Rollups.Read(entry.name(), output, Optional.empty());
    }
    Rollup table =
        new Rollup(
            entry.name(),
            from.get().name(),
            input.schema(),
            where.orElse(null),
            groupBy,
            span,
            aggregates,
            derive,
            null,
            output.schema(),
            buckets,
            extend.columns(),
            new Refinement(spread.spread().orElse(null), previous, rank.orElse(null)));
    return new Rollups.Read(entry.name(), output, Optional.of(table));
  }

  private static OutputColumns spanColumns(boolean periods, boolean known) {
    String start = periods ? Rollup.PERIOD_START : Rollup.INTERVAL_START;
    String end = periods ? Rollup.PERIOD_END : Rollup.INTERVAL_END;
    OutputColumns out =
        new OutputColumns(periods ? Set.of(Rollup.PERIOD, start, end) : Set.of(start, end), known);
    if (periods) {
      out.given(new Column(Rollup.PERIOD, ColumnType.TEXT, false));
    }
    out.platform(start);
    out.platform(end);
    return out;
  }

  /** The calendar, with those of its kinds that are right. */
  private Span calendar(Value value) {
    Set<PeriodKind> kinds = new LinkedHashSet<>();
    List<Value> elements = value.list();
    if (elements.isEmpty() && value.isList()) {
      value.report("a calendar needs at least one of: " + String.join(", ", KINDS));
    }
    for (Value element : elements) {
      Optional<String> kind = element.choice(KINDS);
      if (kind.isPresent() && !kinds.add(PeriodKind.of(kind.get()))) {
        element.report("'" + kind.get() + "' stands here twice");
      }
    }
    return new Span.Calendar(List.copyOf(kinds), zone);
  }
}
