package io.mysimbdp.platform.definition.reading;

import io.mysimbdp.platform.spelling.NearestName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A mapping with fixed keys. Opening one reports the keys that are unknown or missing. */
final class Section {
  private final Map<String, Value> values = new HashMap<>();
  private final Map<String, Value> keys = new HashMap<>();
  private final Set<String> misspelt = new HashSet<>();
  private boolean complete = true;

  /**
   * A key that a section may have.
   *
   * @param meaning what belongs there, for the message when it is missing; null if it may be
   */
  record Key(String name, String meaning) {
    static Key required(String name, String meaning) {
      return new Key(name, meaning);
    }

    static Key optional(String name) {
      return new Key(name, null);
    }
  }

  private Section() {}

  /**
   * Opens a section.
   *
   * @param owner where a missing key is reported
   * @param what the section is, such as "a raw stream"
   * @param known every key that it may have
   */
  static Section open(Value owner, Value value, String what, List<Key> known) {
    Section section = new Section();
    List<Value.Entry> entries = value.entries();
    List<String> names = known.stream().map(Key::name).toList();
    for (Value.Entry entry : entries) {
      if (names.contains(entry.name())) {
        section.values.put(entry.name(), entry.value());
        section.keys.put(entry.name(), entry.key());
      } else {
        section.complete = false;
        NearestName.of(entry.name(), names).ifPresent(section.misspelt::add);
        entry
            .key()
            .report(
                what + " has no '" + entry.name() + "'" + NearestName.hint(entry.name(), names));
      }
    }
    boolean isMapping = value.isMapping();
    for (Key key : known) {
      if (isMapping && key.meaning() != null && section.lacks(key.name())) {
        owner.report(what + " needs '" + key.name() + "': " + key.meaning());
      }
    }
    return section;
  }

  /** What stands under a key. */
  Optional<Value> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  /** Whether a key is not there, not even misspelt. */
  boolean lacks(String key) {
    return !values.containsKey(key) && !misspelt.contains(key);
  }

  /** Whether every key is known; if not, one that says much may go unread. */
  boolean complete() {
    return complete;
  }

  /** A problem at a key that is there. */
  void report(String key, String message) {
    keys.get(key).report(message);
  }
}
