package io.mysimbdp.platform.expression;

/** Arithmetic on two numbers; without a result where it would overflow or not be finite. */
enum Operator {
  PLUS("+"),
  MINUS("-"),
  TIMES("*"),
  DIVIDED_BY("/"),
  MODULO("%");

  private final String symbol;

  Operator(String symbol) {
    this.symbol = symbol;
  }

  long apply(long a, long b) {
    if (b == 0 && (this == DIVIDED_BY || this == MODULO)) {
      throw new EvaluationException("division by zero: " + a + " " + symbol + " 0");
    }
    try {
      return switch (this) {
        case PLUS -> Math.addExact(a, b);
        case MINUS -> Math.subtractExact(a, b);
        case TIMES -> Math.multiplyExact(a, b);
        case DIVIDED_BY -> b == -1 ? Math.negateExact(a) : a / b;
        case MODULO -> a % b;
      };
    } catch (ArithmeticException e) {
      throw new EvaluationException(a + " " + symbol + " " + b + " does not fit into 64 bits");
    }
  }

  double apply(double a, double b) {
    double result =
        switch (this) {
          case PLUS -> a + b;
          case MINUS -> a - b;
          case TIMES -> a * b;
          case DIVIDED_BY -> a / b;
          case MODULO -> throw new IllegalStateException("CEL has no modulo of doubles");
        };
    if (!Double.isFinite(result)) {
      throw new EvaluationException(a + " " + symbol + " " + b + " is not a finite number");
    }
    return result;
  }
}
