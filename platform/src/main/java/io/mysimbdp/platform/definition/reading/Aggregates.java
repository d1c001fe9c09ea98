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
    if (arguments > 1 || (arguments == 0 && function != Function.COUNT)) {
      entry
          .value()
          .report(
              0,
              "'"
                  + call.function()
                  + "' takes "
                  + (function == Function.COUNT ? "no or one argument" : "one argument")
                  + ", not "
                  + arguments);
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
    return Optional.of(new Aggregate(entry.name(), function, argument, result(function, type)));
  }

  /** What the function takes, if it does not take this type; otherwise null. */
  private static String wanted(Function function, ColumnType type) {
    boolean number = type == ColumnType.LONG || type == ColumnType.DOUBLE;
    return switch (function) {
      case SUM, AVG -> number ? null : "an int or a double";
      case MIN, MAX ->
          type == ColumnType.BOOLEAN ? "an int, a double, a timestamp or a string" : null;
      case COUNT_IF -> type == ColumnType.BOOLEAN ? null : "a bool";
      case COUNT, FIRST, LAST, DISTINCT -> null;
    };
  }

  private static ColumnType result(Function function, ColumnType argument) {
    return switch (function) {
      case COUNT, COUNT_IF, DISTINCT -> ColumnType.LONG;
      case AVG -> ColumnType.DOUBLE;
      case SUM, MIN, MAX, FIRST, LAST -> argument;
    };
  }
}
