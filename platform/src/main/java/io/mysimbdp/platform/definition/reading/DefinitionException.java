package io.mysimbdp.platform.definition.reading;

import java.util.List;
import java.util.stream.Collectors;

/** A tenant's definition cannot be used; the message lists every problem, one a line. */
public final class DefinitionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final List<Problem> problems;

  public DefinitionException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** At least one, in the order of files and lines. */
  public List<Problem> problems() {
    return problems;
  }
}
