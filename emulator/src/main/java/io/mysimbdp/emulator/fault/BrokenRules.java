package io.mysimbdp.emulator.fault;

import io.mysimbdp.emulator.format.Field;
import io.mysimbdp.emulator.random.Dice;
import io.mysimbdp.platform.definition.QualityRule;
import io.mysimbdp.platform.definition.RawStream;
import io.mysimbdp.platform.expression.EvaluationException;
import io.mysimbdp.platform.record.DecimalText;
import io.mysimbdp.platform.record.Row;
import java.math.BigDecimal;
import java.util.List;

/** Finds a number that breaks one of a stream's quality rules, by asking the rules. */
final class BrokenRules {
  private static final List<String> CANDIDATES =
      List.of("100.000001", "101", "-0.000001", "-1", "1000000000", "-1000000000");

  private final RawStream stream;

  BrokenRules(RawStream stream) {
    this.stream = stream;
  }

  /** Puts such a number into one of the fields; false if none of those tried breaks a rule. */
  boolean breakOne(List<Field> fields, Dice dice) {
    if (stream.quality().isEmpty()) {
      return false;
    }
    Row row = new Row(stream.schema().size());
    for (Field field : fields) {
      if (field.column() < 0 || !fill(row, field)) {
        return false;
      }
    }
    int firstField = dice.below(fields.size());
    int firstNumber = dice.below(CANDIDATES.size());
    for (int i = 0; i < fields.size(); i++) {
      int at = (firstField + i) % fields.size();
      Field field = fields.get(at);
      if (stream.eventTime().columns().contains(field.column())
          || stream.key().contains(field.column())) {
        continue;
      }
      for (int j = 0; j < CANDIDATES.size(); j++) {
        Field tried = field.with(CANDIDATES.get((firstNumber + j) % CANDIDATES.size()));
        if (isNumber(field) && fill(row, tried) && isBroken(row)) {
          fields.set(at, tried);
          return true;
        }
      }
      fill(row, field);
    }
    return false;
  }

  private boolean isNumber(Field field) {
    return stream.schema().column(field.column()).type().isNumber();
  }

  private boolean isBroken(Row row) {
    for (QualityRule rule : stream.quality()) {
      try {
        if (!rule.condition().evaluateBoolean(row)) {
          return true;
        }
      } catch (EvaluationException e) {
        return true;
      }
    }
    return false;
  }

  /** Puts a field's value into the row; false if it is not one of the column's type. */
  private boolean fill(Row row, Field field) {
    String token = field.token();
    int column = field.column();
    if (token.equals("null")) {
      row.setNull(column);
      return true;
    }
    boolean text = token.startsWith("\"");
    switch (stream.schema().column(column).type()) {
      case LONG, TIMESTAMP -> {
        if (text) {
          return false;
        }
        try {
          row.setLong(column, new BigDecimal(token).longValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
          return false;
        }
      }
      case DOUBLE -> {
        if (text) {
          return false;
        }
        row.setDouble(column, Double.parseDouble(token));
      }
      case BOOLEAN -> row.setBoolean(column, token.equals("true"));
      case TEXT -> row.setText(column, token.substring(1, token.length() - 1));
      case DECIMAL -> {
        return fillDecimal(row, column, text ? token.substring(1, token.length() - 1) : token);
      }
      case SKETCH -> {
        return false;
      }
    }
    return true;
  }

  private boolean fillDecimal(Row row, int column, String digits) {
    try {
      row.setDecimal(column, DecimalText.read(digits, stream.schema().column(column)));
      return true;
    } catch (DecimalText.NoDecimalException e) {
      return false;
    }
  }
}
