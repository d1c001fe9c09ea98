package io.mysimbdp.platform.expression;

import java.util.List;

/**
 * A call of an aggregate function, such as {@code avg(max_cpu)}.
 *
 * @param argumentOffsets where each argument stands in the text, in code points
 */
public record FunctionCall(
    String function, List<Expression> arguments, List<Integer> argumentOffsets) {

  public FunctionCall {
    arguments = List.copyOf(arguments);
    argumentOffsets = List.copyOf(argumentOffsets);
  }
}
