package io.mysimbdp.platform.expression;

import io.mysimbdp.platform.record.ColumnType;
import java.util.List;
import java.util.OptionalDouble;

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

  /** The number that the tenant wrote as an argument; none if it is anything else. */
  public OptionalDouble number(int argument) {
    Expression expression = arguments.get(argument);
    if (expression instanceof Literals.DoubleLiteral literal) {
      return OptionalDouble.of(literal.value());
    }
    return expression instanceof Literals.LongLiteral literal && literal.type() == ColumnType.LONG
        ? OptionalDouble.of((double) literal.value())
        : OptionalDouble.empty();
  }
}
