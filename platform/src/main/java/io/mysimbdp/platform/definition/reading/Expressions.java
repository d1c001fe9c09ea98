package io.mysimbdp.platform.definition.reading;

import io.mysimbdp.platform.expression.Expression;
import io.mysimbdp.platform.expression.ExpressionReader;
import io.mysimbdp.platform.expression.Fault;
import io.mysimbdp.platform.expression.FunctionCall;
import io.mysimbdp.platform.expression.Reading;
import io.mysimbdp.platform.record.ColumnType;
import java.util.Optional;
import java.util.Set;

/** Reads the expressions of a definition; each fault becomes a problem at its place in the file. */
final class Expressions {
  private final Columns columns;
  private final ExpressionReader reader;

  /**
   * A reader.
   *
   * @param columns if they are not known, expressions are checked for syntax only
   */
  Expressions(Columns columns) {
    this.columns = columns;
    this.reader = new ExpressionReader(columns.schema(), columns.broken());
  }

  /** An expression of any type. */
  Optional<Expression> read(Value value) {
    Optional<String> text = value.text();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return result(value, columns.known() ? reader.read(text.get()) : reader.readSyntax(text.get()));
  }

  /** A condition. */
  Optional<Expression> readBoolean(Value value, String what) {
    Optional<Expression> expression = read(value);
    if (expression.isPresent() && expression.get().type() != ColumnType.BOOLEAN) {
      value.report(0, what + " is true or false, but this is " + typeName(expression.get().type()));
      return Optional.empty();
    }
    return expression;
  }

  /** A call of one of these functions. */
  Optional<FunctionCall> readCall(Value value, Set<String> functions) {
    Optional<String> text = value.text();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return result(
        value,
        columns.known() ? reader.readCall(text.get(), functions) : reader.readSyntax(text.get()));
  }

  private static <T> Optional<T> result(Value value, Reading<T> reading) {
    for (Fault fault : reading.faults()) {
      value.report(fault.offset(), fault.message());
    }
    return reading.result();
  }

  /** How expressions name a type. */
  static String typeName(ColumnType type) {
    return switch (type) {
      case TEXT -> "a string";
      case LONG -> "an int";
      case DOUBLE -> "a double";
      case BOOLEAN -> "a bool";
      case TIMESTAMP -> "a timestamp";
      case DECIMAL -> "a decimal";
      case SKETCH -> "a sketch";
    };
  }
}
