package io.mysimbdp.platform.definition.reading;

import io.mysimbdp.platform.definition.Agreement;
import io.mysimbdp.platform.definition.RawStream;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Tenant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a whole definition and finds everything that is wrong with it. */
final class TenantReader {
  private static final List<Section.Key> KEYS =
      List.of(
          Section.Key.required("tenant", "its name, that of its folder"),
          Section.Key.optional("keyspace"),
          Section.Key.optional("zone"),
          Section.Key.optional("synthetic"),
          Section.Key.required("raw", "its raw streams, by name"),
          Section.Key.required("silver", "its silver analytics, by name"),
          Section.Key.optional("gold"),
          Section.Key.required("agreement", "what the platform owes it, such as {parallelism: 1}"));

  private final Document document;
  private final SchemaFiles schemas;
  private final Optional<String> folderName;
  private final Map<String, String> names = new HashMap<>();

  /**
   * A reader.
   *
   * @param folderName what the tenant must be called; none if it may have any name
   */
  TenantReader(Document document, Folder folder, Optional<String> folderName) {
    this.document = document;
    this.schemas = new SchemaFiles(folder);
    this.folderName = folderName;
  }

  /**
   * What was found.
   *
   * @param tenant none if there is any problem
   * @param keyspace the tenant's keyspace and where it is decided, if that much is readable
   */
  record Read(Optional<Tenant> tenant, Optional<Keyspace> keyspace, List<Problem> problems) {}

  /** A keyspace and the key that decides it. */
  record Keyspace(String name, Value decidedBy) {}

  Read read() {
    Optional<Value> root = document.root();
    if (root.isEmpty()) {
      return new Read(Optional.empty(), Optional.empty(), document.problems());
    }
    Section section = Section.open(root.get(), root.get(), "a tenant's definition", KEYS);
    Optional<String> name = section.get("tenant").flatMap(this::name);
    Optional<Keyspace> keyspace = keyspace(section, name);
    ZoneId zone = section.get("zone").flatMap(ZoneText::read).orElse(ZoneOffset.UTC);
    Optional<String> synthetic = section.get("synthetic").flatMap(Value::text);
    List<RawStreams.Read> raw = raw(section, name.orElse(""), zone);
    Map<String, Columns> streams = new LinkedHashMap<>();
    raw.forEach(stream -> streams.put(stream.name(), stream.columns()));
    List<Rollups.Read> silver = rollups(section, "silver", Rollups.silver(streams, zone));
    List<Rollups.Read> gold = new GoldTables(silver, zone).read(named(section, "gold"));
    Optional<Agreement> agreement = section.get("agreement").flatMap(v -> Agreements.read(v, v));
    List<Problem> problems = new ArrayList<>(document.problems());
    problems.addAll(schemas.problems());
    if (!problems.isEmpty()) {
      return new Read(Optional.empty(), keyspace, problems);
    }
    List<RawStream> rawStreams = raw.stream().map(r -> r.stream().orElseThrow()).toList();
    Tenant tenant =
        new Tenant(
            name.orElseThrow(),
            keyspace.orElseThrow().name(),
            zone,
            rawStreams,
            complete(silver),
            complete(gold),
            agreement.orElseThrow(),
            synthetic.orElse(null));
    return new Read(Optional.of(tenant), keyspace, problems);
  }

  private Optional<String> name(Value value) {
    Optional<String> name = value.text();
    if (name.isPresent()) {
      NameRules.tenant(name.get()).ifPresent(value::report);
      if (folderName.isPresent() && !folderName.get().equals(name.get())) {
        value.report(
            "the tenant is called '"
                + name.get()
                + "' but its folder '"
                + folderName.get()
                + "'; they must have one name");
      }
    }
    return name;
  }

  private static Optional<Keyspace> keyspace(Section section, Optional<String> tenant) {
    Optional<Value> given = section.get("keyspace");
    Optional<Value> decidedBy = given.or(() -> section.get("tenant"));
    Optional<String> name =
        given.isPresent()
            ? given.get().text()
            : tenant.filter(t -> NameRules.tenant(t).isEmpty()).map(t -> t.replace('-', '_'));
    name.flatMap(NameRules::keyspace).ifPresent(m -> decidedBy.orElseThrow().report(m));
    return name.map(n -> new Keyspace(n, decidedBy.orElseThrow()));
  }

  private List<RawStreams.Read> raw(Section section, String tenant, ZoneId zone) {
    RawStreams reader = new RawStreams(tenant, zone, schemas);
    return named(section, "raw").stream().map(reader::read).toList();
  }

  private List<Rollups.Read> rollups(Section section, String key, Rollups reader) {
    return named(section, key).stream().map(reader::read).toList();
  }

  /** What stands under a key; a name may stand for one thing only, as 'from' goes by it. */
  private List<Value.Entry> named(Section section, String key) {
    Optional<Value> value = section.get(key);
    if (value.isEmpty()) {
      return List.of();
    }
    List<Value.Entry> entries = value.get().entries();
    if (entries.isEmpty() && value.get().isMapping()) {
      value.get().report("'" + key + "' is empty; name at least one, or leave 'gold' out");
    }
    for (Value.Entry entry : entries) {
      String other = names.putIfAbsent(entry.name(), key);
      if (other != null) {
        entry.key().report("'" + entry.name() + "' is already a name under '" + other + "'");
      }
    }
    return entries;
  }

  private static List<Rollup> complete(List<Rollups.Read> rollups) {
    return rollups.stream().map(r -> r.rollup().orElseThrow()).toList();
  }
}
