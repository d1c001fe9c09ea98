package io.mysimbdp.platform.definition.reading;

import io.mysimbdp.platform.spelling.NearestName;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A place in a document and what stands there. Whoever asks for what it is not gets nothing, and
 * the document a problem.
 */
record Value(Document document, Node node) {

  /** A key and what it stands for. */
  record Entry(Value key, String name, Value value) {}

  void report(String message) {
    document.report(node, message);
  }

  /** A problem at this place that is not reported yet. */
  Problem problem(String message) {
    return document.problem(node, message);
  }

  /** A problem at this code point of the text. */
  void report(int offset, String message) {
    document.report(node, offset, message);
  }

  /** Any scalar as it was written, {@code true} and {@code 5} too. */
  Optional<String> text() {
    if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
      return Optional.of(scalar.getValue());
    }
    report("a text belongs here, not " + kind());
    return Optional.empty();
  }

  /** A whole number from {@code min} to {@code max}. */
  Optional<Integer> integer(int min, int max) {
    if (node instanceof ScalarNode scalar && scalar.getValue().matches("[-+]?[0-9]+")) {
      BigInteger number = new BigInteger(scalar.getValue());
      if (number.compareTo(BigInteger.valueOf(min)) >= 0
          && number.compareTo(BigInteger.valueOf(max)) <= 0) {
        return Optional.of(number.intValue());
      }
    }
    report("a whole number from " + min + " to " + max + " belongs here, not " + kind());
    return Optional.empty();
  }

  /** A duration of at least {@code min}. */
  Optional<Duration> duration(Duration min) {
    Optional<Duration> duration =
        node instanceof ScalarNode scalar
            ? DurationText.parse(scalar.getValue())
            : Optional.empty();
    if (duration.isEmpty()) {
      report("a duration such as 500ms, 30s, 3m, 12h or 1d belongs here, not " + kind());
    } else if (duration.get().compareTo(min) < 0) {
      report(kind() + " is too short; at least " + DurationText.format(min));
      return Optional.empty();
    }
    return duration;
  }

  /** An instant to the millisecond. */
  Optional<Instant> instant() {
    try {
      if (node instanceof ScalarNode scalar) {
        return Optional.of(Instant.ofEpochMilli(Instant.parse(scalar.getValue()).toEpochMilli()));
      }
    } catch (DateTimeException | ArithmeticException e) {
      // told below
    }
    report("an instant such as 2019-01-01T00:00:00Z belongs here, not " + kind());
    return Optional.empty();
  }

  /** One of these words. */
  Optional<String> choice(List<String> words) {
    Optional<String> text = text();
    if (text.isPresent() && !words.contains(text.get())) {
      report(
          "'"
              + text.get()
              + "' is not one of: "
              + String.join(", ", words)
              + NearestName.of(text.get(), words)
                  .map(w -> "; did you mean '" + w + "'?")
                  .orElse(""));
      return Optional.empty();
    }
    return text;
  }

  /** The elements of a list. */
  List<Value> list() {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream().map(element -> new Value(document, element)).toList();
    }
    report("a list such as [a, b] belongs here, not " + kind());
    return List.of();
  }

  /** What stands under each name, as written. A name that comes twice is a problem. */
  List<Entry> entries() {
    if (!(node instanceof MappingNode mapping)) {
      report("names with their values (name: value) belong here, not " + kind());
      return List.of();
    }
    List<Entry> entries = new ArrayList<>();
    for (NodeTuple tuple : mapping.getValue()) {
      Value key = new Value(document, tuple.getKeyNode());
      Optional<String> name = key.text();
      if (name.isEmpty()) {
        continue;
      }
      if (entries.stream().anyMatch(entry -> entry.name().equals(name.get()))) {
        key.report("'" + name.get() + "' stands here a second time; only one can hold");
        continue;
      }
      entries.add(new Entry(key, name.get(), new Value(document, tuple.getValueNode())));
    }
    return entries;
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  boolean isMapping() {
    return node instanceof MappingNode;
  }

  private String kind() {
    if (node instanceof SequenceNode) {
      return "a list";
    }
    if (node instanceof MappingNode) {
      return "a mapping";
    }
    return node.getTag().equals(Tag.NULL) ? "nothing" : "'" + ((ScalarNode) node).getValue() + "'";
  }
}
