package io.mysimbdp.platform.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysimbdp.platform.record.Column;
import io.mysimbdp.platform.record.ColumnType;
import io.mysimbdp.platform.record.RecordSchema;
import io.mysimbdp.platform.record.Row;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Decimals, which CEL has not, and sketches, which no expression may touch. */
class DecimalExpressionTest {
  private static final RecordSchema SCHEMA =
      new RecordSchema(
          List.of(
              new Column("fare", ColumnType.DECIMAL, false, 12, 2),
              new Column("tips", ColumnType.DECIMAL, true, 12, 2),
              new Column("rate", ColumnType.DECIMAL, true, 12, 4),
              new Column("n", ColumnType.LONG, false),
              new Column("x", ColumnType.DOUBLE, true),
              new Column("fares", ColumnType.SKETCH, true),
              new Column("t", ColumnType.TIMESTAMP, false)));

  private final ExpressionReader reader = new ExpressionReader(SCHEMA, Set.of());

  /** A row in which fare = 8.50, tips = null, rate = 8.5000, n = 2. */
  private static Row row() {
    Row row = new Row(SCHEMA.size());
    row.setDecimal(0, new BigDecimal("8.50"));
    row.setDecimal(2, new BigDecimal("8.5000"));
    row.setLong(3, 2);
    return row;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fare                                   | 8.50     | 2",
        "fare + fare                            | 17.00    | 2",
        "fare - rate                            | 0.0000   | 4",
        "-rate                                  | -8.5000  | 4",
        "fare + decimal('0.001')                | 8.501    | 3",
        "n > 1 ? fare : rate                    | 8.5000   | 4",
        "n > 1 ? fare : null                    | 8.50     | 2",
        "n > 1 ? null : fare                    |          | 2",
        "tips                                   |          | 2",
        "n > 1 ? tips : rate                    |          | 4",
        "fare == rate                           | true     | 0",
        "tips == rate                           | false    | 0",
        "rate != fare                           | false    | 0",
        "tips == null                           | true     | 0",
        "null != fare                           | true     | 0",
        "fare == null                           | false    | 0",
        "fare < decimal('8.51')                 | true     | 0",
        "fare >= rate && !(fare > rate)         | true     | 0",
        "fare in [decimal('1'), decimal('8.5')] | true     | 0",
        "tips in [null]                         | true     | 0",
        "double(fare) / double(n)               | 4.25     | 0",
        "string(rate)                           | 8.5000   | 0",
      })
  void areExactAtAKnownScale(String text, String expected, int scale) {
    Expression expression = read(text);
    Object value = expression.evaluate(row());
    assertThat(
            value instanceof BigDecimal d ? d.toPlainString() : value == null ? null : "" + value)
        .isEqualTo(expected);
    assertThat(expression.scale()).isEqualTo(scale);
    assertThat(expression.nullable() || value != null).isTrue();
  }

  @Test
  void nullHasNoSum() {
    assertThatThrownBy(() -> read("fare + tips").evaluate(row()))
        .isInstanceOf(EvaluationException.class);
    assertThatThrownBy(() -> read("tips < fare").evaluate(row()))
        .isInstanceOf(EvaluationException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "fare + 1.0             | 5  | '+' does not take decimal and double; a decimal goes with decimals only: write decimal('1.50')",
        "fare > x               | 5  | '>' does not take decimal and double; a decimal goes",
        "fare == n              | 5  | '==' does not take decimal and int; a decimal goes",
        "fare * fare            | 5  | '*' does not take decimal and decimal; decimals have + and - only",
        "decimal(1.5)           | 0  | 'decimal' takes a literal text such as '1.50', not double",
        "decimal(string(n))     | 8  | this platform does not offer decimal() of anything but a literal",
        "decimal('1,50')        | 8  | a decimal literal should be a decimal number but is '1,50'",
        "decimal('1e999999999') | 8  | a decimal literal has more than 38 digits",
        "fare + null            | 5  | this platform does not offer arithmetic with null",
        "int(fare)              | 0  | 'int' does not take decimal",
        "fares == null          | 0  | 'fares' is a sketch, which only the aggregates",
        "fares                  | 0  | 'fares' is a sketch, which only the aggregates",
        "t.getHours('Europe/Athen') | 11 | unknown time zone 'Europe/Athen'; did you mean 'Europe/Athens'?",
        "t.getHours(string(n))  | 11 | this platform does not offer a time zone that is not a literal text",
        "t.getHour()            | 2  | this platform does not offer 'getHour'; did you mean 'getHours'?",
      })
  void mistakesAreToldAtTheirPlace(String text, int offset, String message) {
    Reading<Expression> reading = reader.read(text);
    assertThat(reading.result()).isEmpty();
    assertThat(reading.faults()).hasSize(1);
    assertThat(reading.faults().get(0).message()).startsWith(message);
    assertThat(reading.faults().get(0).offset()).isEqualTo(offset);
  }

  private Expression read(String text) {
    Reading<Expression> reading = reader.read(text);
    assertThat(reading.faults()).as(text).isEmpty();
    return reading.result().orElseThrow();
  }
}
