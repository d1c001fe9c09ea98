package io.mysimbdp.platform.definition.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** One file of a definition, YAML or its subset JSON, and the problems found in it. */
final class Document {
  private final String file;
  private final String text;
  private final List<Problem> problems = new ArrayList<>();

  /**
   * A document.
   *
   * @param file as problems name it
   */
  Document(String file, String text) {
    this.file = file;
    this.text = text;
  }

  /** Its outermost node; none, and a problem, if the text is empty or not YAML. */
  Optional<Value> root() {
    LoadSettings settings = LoadSettings.builder().setLabel(file).setUseMarks(true).build();
    try {
      Optional<Node> root = new Compose(settings).composeString(text);
      if (root.isEmpty()) {
        report(1, 1, "the file is empty");
      }
      return root.map(node -> new Value(this, node));
    } catch (MarkedYamlEngineException e) {
      Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
      report(
          mark.map(m -> m.getLine() + 1).orElse(1),
          mark.map(m -> m.getColumn() + 1).orElse(1),
          "the file cannot be parsed: "
              + (e.getContext() == null ? "" : e.getContext() + ", ")
              + e.getProblem());
    } catch (YamlEngineException e) {
      report(1, 1, "the file cannot be parsed: " + e.getMessage());
    }
    return Optional.empty();
  }

  List<Problem> problems() {
    return problems;
  }

  void report(int line, int column, String message) {
    Problem problem = new Problem(file, line, column, message);
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }

  void report(Node node, String message) {
    Problem problem = problem(node, message);
    report(problem.line(), problem.column(), message);
  }

  Problem problem(Node node, String message) {
    Mark mark = node.getStartMark().orElseThrow();
    return new Problem(file, mark.getLine() + 1, mark.getColumn() + 1, message);
  }

  /** A problem at the code point {@code offset} of the text that a scalar stands for. */
  void report(Node node, int offset, String message) {
    if (node instanceof ScalarNode scalar) {
      int[] place = new ScalarPlaces(text, scalar).at(offset);
      report(place[0], place[1], message);
    } else {
      report(node, message);
    }
  }
}
