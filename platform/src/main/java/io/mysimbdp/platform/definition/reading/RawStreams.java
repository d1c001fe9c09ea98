package io.mysimbdp.platform.definition.reading;

import io.mysimbdp.platform.definition.EventTime;
import io.mysimbdp.platform.definition.Format;
import io.mysimbdp.platform.definition.Identity;
import io.mysimbdp.platform.definition.QualityRule;
import io.mysimbdp.platform.definition.RawStream;
import io.mysimbdp.platform.record.RecordSchema;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the raw streams of a tenant. */
final class RawStreams {
  private static final List<Section.Key> KEYS =
      List.of(
          Section.Key.required("schema", "the file name of its Avro schema, beside this file"),
          Section.Key.required("format", "json"),
          Section.Key.required("key", "the columns that spread records over partitions, as a list"),
          Section.Key.required("partitions", "how many partitions its topic has"),
          Section.Key.required("event_time", "where a record's event time comes from"),
          Section.Key.required("out_of_orderness", "how late a record may come, such as 30s"),
          Section.Key.optional("idle_after"),
          Section.Key.optional("quality"),
          Section.Key.optional("extend"),
          Section.Key.optional("identity"));

  private final String tenant;
  private final ZoneId zone;
  private final SchemaFiles schemas;

  /**
   * A reader.
   *
   * @param zone in which the tenant's local times are read
   */
  RawStreams(String tenant, ZoneId zone, SchemaFiles schemas) {
    this.tenant = tenant;
    this.zone = zone;
    this.schemas = schemas;
  }

  /**
   * What is known of a stream.
   *
   * @param columns with the computed ones
   * @param stream none if anything is wrong with it
   */
  record Read(String name, Columns columns, Optional<RawStream> stream) {}

  Read read(Value.Entry entry) {
    NameRules.stream(tenant, entry.name()).ifPresent(entry.key()::report);
    Section section = Section.open(entry.key(), entry.value(), "a raw stream", KEYS);
    Columns columns =
        section.get("schema").flatMap(schemas::read).map(Columns::of).orElse(Columns.UNKNOWN);
    Optional<String> format = section.get("format").flatMap(v -> v.choice(List.of("json")));
    Optional<List<Integer>> key = section.get("key").flatMap(v -> key(v, columns));
    Optional<Integer> partitions = section.get("partitions").flatMap(v -> v.integer(1, 1000));
    Optional<EventTime> eventTime =
        section.get("event_time").flatMap(v -> EventTimes.read(entry.key(), v, columns, zone));
    Optional<Duration> outOfOrderness =
        section.get("out_of_orderness").flatMap(v -> v.duration(Duration.ZERO));
    Optional<Duration> idleAfter =
        section.get("idle_after").flatMap(v -> v.duration(Duration.ofSeconds(1)));
    List<QualityRule> quality =
        section.get("quality").map(v -> quality(v, columns)).orElse(List.of());
    Extensions.Read extend = Extensions.read(section.get("extend"), columns);
    Optional<Identity> identity =
        section.get("identity").flatMap(v -> Identities.read(entry.key(), v, columns));
    if (format.isEmpty()
        || key.isEmpty()
        || partitions.isEmpty()
        || eventTime.isEmpty()
        || outOfOrderness.isEmpty()) {
      return new Read(entry.name(), extend.extended(), Optional.empty());
    }
    RecordSchema schema = columns.schema();
    return new Read(
        entry.name(),
        extend.extended(),
        Optional.of(
            new RawStream(
                entry.name(),
                schema,
                Format.JSON,
                key.get(),
                partitions.get(),
                eventTime.get(),
                outOfOrderness.get(),
                idleAfter.orElse(null),
                quality,
                extend.columns(),
                identity.orElse(null))));
  }

  private static Optional<List<Integer>> key(Value value, Columns columns) {
    List<ColumnNames.Named> named = ColumnNames.read(value, columns, "a key");
    ColumnNames.refuseDoubles(named, columns, "a key");
    for (ColumnNames.Named column : named) {
      if (columns.schema().column(column.index()).nullable()) {
        column
            .value()
            .report(
                "'"
                    + columns.schema().column(column.index()).name()
                    + "' may be null in the Avro schema, but a key may not; take the null out of"
                    + " its type");
      }
    }
    return named.isEmpty()
        ? Optional.empty()
        : Optional.of(named.stream().map(ColumnNames.Named::index).toList());
  }

  private static List<QualityRule> quality(Value value, Columns columns) {
    Expressions expressions = new Expressions(columns);
    List<QualityRule> rules = new ArrayList<>();
    for (Value.Entry entry : value.entries()) {
      NameRules.rule(entry.name()).ifPresent(entry.key()::report);
      expressions
          .readBoolean(entry.value(), "a quality rule")
          .ifPresent(
              condition ->
                  rules.add(
                      new QualityRule(
                          entry.name(), condition, entry.value().text().orElseThrow())));
    }
    return rules;
  }
}
