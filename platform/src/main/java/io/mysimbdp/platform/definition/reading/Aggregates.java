package io.mysimbdp.platform.definition.reading;

import io.mysimbdp.platform.definition.Aggregate;
import io.mysimbdp.platform.definition.Aggregate.Function;
import io.mysimbdp.platform.expression.Expression;
import io.mysimbdp.platform.expression.FunctionCall;
import io.mysimbdp.platform.record.ColumnType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Reads aggregates such as {@code avg(max_cpu)}. */
final class Aggregates {
  private static final Map<String, Function> FUNCTIONS =
      Arrays.stream(Function.values())
          .collect(Collectors.toMap(f -> f.name().toLowerCase(Locale.ROOT), f -> f));

  private final Expressions expressions;

  /**
   * A reader.
   *
   * @param expressions over the rollup's input
   */
  Aggregates(Expressions expressions) {
    this.expressions = expressions;
  }

  /** The aggregate; none, and a problem, if something is wrong with it. */
  Optional<Aggregate> read(Value.Entry entry) {
    return expressions
        .readCall(entry.value(), FUNCTIONS.keySet())
        .flatMap(call -> aggregate(entry, call));
  }

  private static Optional<Aggregate> aggregate(Value.Entry entry, FunctionCall call) {
    Function function = FUNCTIONS.get(call.function());
    int arguments = call.arguments().size();
    int most = function == Function.QUANTILE ? 2 : 1;
    if (arguments > most || (arguments < most && function != Function.COUNT)) {
      entry
          .value()
          .report(
              0, "'" + call.function() + "' takes " + arguments(function) + ", not " + arguments);
      return Optional.empty();
    }
    Expression argument = arguments == 0 ? null : call.arguments().get(0);
    ColumnType type = argument == null ? null : argument.type();
    String wanted = wanted(function, type);
    if (wanted != null) {
      entry
          .value()
          .report(
              call.argumentOffsets().get(0),
              "'"
                  + call.function()
                  + "' takes "
                  + wanted
                  + ", but this is "
                  + Expressions.typeName(type));
      return Optional.empty();
    }
    double quantile = 0;
    if (function == Function.QUANTILE) {
      OptionalDouble number = call.number(1);
      if (number.isEmpty() || !(number.getAsDouble() >= 0 && number.getAsDouble() <= 1)) {
        entry
            .value()
            .report(
                call.argumentOffsets().get(1),
                "which quantile is a literal number from 0 to 1, such as 0.9");
        return Optional.empty();
      }
      quantile = number.getAsDouble();
    }
    return Optional.of(
        new Aggregate(entry.name(), function, argument, result(function, type), quantile));
  }

  private static String arguments(Function function) {
    return switch (function) {
      case COUNT -> "no or one argument";
      case QUANTILE -> "two arguments, a value and which quantile, such as quantile(x, 0.9)";
      default -> "one argument";
    };
  }

  /** What the function takes, if it does not take this type; otherwise null. */
  private static String wanted(Function function, ColumnType type) {
    boolean number = type != null && type.isNumber();
    boolean sketch = type == ColumnType.SKETCH;
    return switch (function) {
      case SUM, AVG -> number ? null : "an int, a double or a decimal";
      case SKETCH, QUANTILE -> number || sketch ? null : "a number or a sketch";
      case MIN, MAX ->
          type == ColumnType.BOOLEAN || sketch ? "a number, a timestamp or a string" : null;
      case COUNT_IF -> type == ColumnType.BOOLEAN ? null : "a bool";
      case COUNT, FIRST, LAST, DISTINCT -> sketch ? "anything but a sketch" : null;
    };
  }

  private static ColumnType result(Function function, ColumnType argument) {
    return switch (function) {
      case COUNT, COUNT_IF, DISTINCT -> ColumnType.LONG;
      case AVG, QUANTILE -> ColumnType.DOUBLE;
      case SKETCH -> ColumnType.SKETCH;
      case SUM, MIN, MAX, FIRST, LAST -> argument;
    };
  }
}
