package io.mysimbdp.platform.definition.reading;

import io.mysimbdp.platform.definition.Aggregate;
import io.mysimbdp.platform.definition.Derived;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Span;
import io.mysimbdp.platform.expression.Expression;
import io.mysimbdp.platform.expression.NotNullColumns;
import io.mysimbdp.platform.record.Column;
import io.mysimbdp.platform.spelling.NearestName;
import io.mysimbdp.platform.window.Windows;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the silver analytics, which are rollups over raw streams. */
final class Rollups {
  private static final int DEFAULT_BUCKETS = 16;
  private static final Section.Key FROM_RAW =
      Section.Key.required("from", "the raw stream that it reads");
  static final Section.Key AGGREGATES =
      Section.Key.required("aggregates", "at least one, such as rows: count()");
  private static final List<Section.Key> SILVER_KEYS =
      List.of(
          FROM_RAW,
          Section.Key.optional("where"),
          Section.Key.optional("group_by"),
          Section.Key.optional("window"),
          Section.Key.optional("select"),
          Section.Key.optional("presence"),
          Section.Key.optional("aggregates"),
          Section.Key.optional("derive"),
          Section.Key.optional("alert"),
          Section.Key.optional("buckets"));

  private final Map<String, Columns> sources;
  private final ZoneId zone;

  private Rollups(Map<String, Columns> sources, ZoneId zone) {
    this.sources = Map.copyOf(sources);
    this.zone = zone;
  }

  /**
   * A reader of silver analytics over these raw streams.
   *
   * @param zone in which windows start at midnight
   */
  static Rollups silver(Map<String, Columns> streams, ZoneId zone) {
    return new Rollups(streams, zone);
  }

  /**
   * What is known of a rollup.
   *
   * @param columns of its rows
   * @param rollup none if anything is wrong with it
   */
  record Read(String name, Columns columns, Optional<Rollup> rollup) {}

  /** What a rollup's rows are made of, besides what is derived from them. */
  record Body(
      Optional<Span> span, List<Integer> groupBy, List<Aggregate> aggregates, OutputColumns out) {}

  Read read(Value.Entry entry) {
    NameRules.rollup(entry.name(), "silver_").ifPresent(entry.key()::report);
    Section section = Section.open(entry.key(), entry.value(), "a silver analytic", SILVER_KEYS);
    Optional<String> from = section.get("from").flatMap(this::source);
    Columns input = from.map(sources::get).orElse(Columns.UNKNOWN);
    Expressions expressions = new Expressions(input);
    Optional<Expression> where =
        section.get("where").flatMap(v -> expressions.readBoolean(v, "'where'"));
    Set<Integer> notNull = where.map(NotNullColumns::of).orElse(Set.of());
    Body body = body(entry, section, input, expressions, notNull);
    List<Derived> derive =
        section.get("derive").map(v -> Extensions.read(v, body.out())).orElse(List.of());
    if (!section.complete()) {
      body.out().unknown();
    }
    Columns output = body.out().soFar();
    Optional<Expression> alert =
        section.get("alert").flatMap(v -> new Expressions(output).readBoolean(v, "'alert'"));
    section.get("alert").ifPresent(v -> refuseColumnsOfAlerts(v, output));
    int buckets = section.get("buckets").flatMap(v -> v.integer(1, 1024)).orElse(DEFAULT_BUCKETS);
    if (from.isEmpty() || body.span().isEmpty() || !output.known()) {
      return new Read(entry.name(), output, Optional.empty());
    }
    Rollup rollup =
        new Rollup(
            entry.name(),
            from.get(),
            input.schema(),
            where.orElse(null),
            body.groupBy(),
            body.span().get(),
            body.aggregates(),
            derive,
            alert.orElse(null),
            output.schema(),
            buckets);
    return new Read(entry.name(), output, Optional.of(rollup));
  }

  /** An alert is the row's columns beside some of its own. */
  private static void refuseColumnsOfAlerts(Value alert, Columns output) {
    for (String name : List.of(Rollup.ALERT_ID, Rollup.ALERT_ANALYTIC)) {
      if (output.schema().indexOf(name) >= 0) {
        alert.report(
            ("an alert has an '%s' of its own, so its rows cannot have a column of that name; give"
                    + " it another with 'extend' in the raw stream")
                .formatted(name));
      }
    }
  }

  private Optional<String> source(Value value) {
    Optional<String> name = value.text();
    if (name.isPresent() && !sources.containsKey(name.get())) {
      value.report(
          "unknown raw stream '"
              + name.get()
              + "'"
              + NearestName.hint(name.get(), sources.keySet().stream().sorted().toList()));
      return Optional.empty();
    }
    return name;
  }

  private Body body(
      Value.Entry entry,
      Section section,
      Columns input,
      Expressions expressions,
      Set<Integer> notNull) {
    if (!section.lacks("presence")) {
      return Presences.read(section, input, notNull);
    }
    if (!section.lacks("window")) {
      return windowed(entry, section, input, expressions, notNull);
    }
    OutputColumns out = new OutputColumns(Set.of(Rollup.EVENT_TIME), input.known());
    if (!section.has("select")) {
      if (entry.value().isMapping() && section.lacks("window") && section.lacks("select")) {
        entry
            .key()
            .report(
                "a silver analytic needs 'window', to aggregate records, 'select', to pass on each"
                    + " one, or 'presence', to tell who is where");
      }
      out.unknown();
      return new Body(Optional.empty(), List.of(), List.of(), out);
    }
    for (String key : List.of("group_by", "aggregates")) {
      if (section.has(key)) {
        section.report(key, "an analytic without a 'window' has no '" + key + "'");
      }
    }
    List<Integer> selected =
        section.get("select").map(v -> select(v, input, out)).orElse(List.of());
    out.platform(Rollup.EVENT_TIME);
    return new Body(Optional.of(new Span.Each()), selected, List.of(), out);
  }

  private Body windowed(
      Value.Entry entry,
      Section section,
      Columns input,
      Expressions expressions,
      Set<Integer> notNull) {
    if (section.has("select")) {
      section.report(
          "select", "an analytic with a 'window' has no 'select'; name its columns in 'group_by'");
    }
    if (section.lacks("aggregates")) {
      entry.key().report("an analytic with a 'window' needs 'aggregates': " + AGGREGATES.meaning());
    }
    OutputColumns out =
        new OutputColumns(Set.of(Rollup.WINDOW_START, Rollup.WINDOW_END), input.known());
    Optional<Windows> windows = section.get("window").flatMap(v -> WindowText.read(v, zone));
    List<Integer> groupBy = groupBy(section, input, notNull, out);
    out.platform(Rollup.WINDOW_START);
    out.platform(Rollup.WINDOW_END);
    return new Body(
        windows.map(Span.Windowed::new), groupBy, aggregates(section, expressions, out), out);
  }

  private static List<Integer> select(Value value, Columns input, OutputColumns out) {
    List<Integer> selected = new ArrayList<>();
    for (ColumnNames.Named named : ColumnNames.read(value, input, "select")) {
      out.carried(named.value(), input.schema().column(named.index()));
      selected.add(named.index());
    }
    return selected;
  }

  static List<Integer> groupBy(
      Section section, Columns input, Set<Integer> notNull, OutputColumns out) {
    Optional<Value> value = section.get("group_by");
    if (value.isEmpty()) {
      return List.of();
    }
    List<Integer> groupBy = new ArrayList<>();
    List<ColumnNames.Named> columns = ColumnNames.read(value.get(), input, "a group");
    ColumnNames.refuseDoubles(columns, input, "a group");
    for (ColumnNames.Named named : columns) {
      Column column = input.schema().column(named.index());
      if (column.nullable() && !notNull.contains(named.index())) {
        named
            .value()
            .report(
                "'"
                    + column.name()
                    + "' may be null, but a group may not; leave such rows out with"
                    + " where: \""
                    + column.name()
                    + " != null\"");
      }
      out.carried(named.value(), new Column(column.name(), column.type(), false));
      groupBy.add(named.index());
    }
    return groupBy;
  }

  static List<Aggregate> aggregates(Section section, Expressions expressions, OutputColumns out) {
    Optional<Value> value = section.get("aggregates");
    if (value.isEmpty()) {
      return List.of();
    }
    Aggregates reader = new Aggregates(expressions);
    List<Aggregate> aggregates = new ArrayList<>();
    List<Value.Entry> entries = value.get().entries();
    if (entries.isEmpty() && value.get().isMapping()) {
      value.get().report("'aggregates' is empty; " + AGGREGATES.meaning());
    }
    for (Value.Entry entry : entries) {
      Optional<Aggregate> aggregate = reader.read(entry);
      aggregate.ifPresent(aggregates::add);
      out.computed(entry.key(), entry.name(), aggregate.map(Aggregate::column));
    }
    return aggregates;
  }
}
