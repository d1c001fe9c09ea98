package io.mysimbdp.platform.expression;

import com.google.re2j.Pattern;
import io.mysimbdp.platform.record.LongestText;
import io.mysimbdp.platform.record.Row;

/** What can be done with texts. */
final class Texts {
  private Texts() {}

  /** The questions that one text answers about another. */
  enum Question {
    CONTAINS,
    STARTS_WITH,
    ENDS_WITH
  }

  record Asked(Question question, Expression operand, Expression part) implements BooleanNode {
    @Override
    public boolean evaluateBoolean(Row row) {
      String text = TextNode.of(operand, row);
      String other = TextNode.of(part, row);
      return switch (question) {
        case CONTAINS -> text.contains(other);
        case STARTS_WITH -> text.startsWith(other);
        case ENDS_WITH -> text.endsWith(other);
      };
    }
  }

  /** Whether the pattern (RE2, hence in linear time) occurs anywhere in the text. */
  record Matches(Expression operand, Pattern pattern) implements BooleanNode {
    @Override
    public boolean evaluateBoolean(Row row) {
      return pattern.matcher(TextNode.of(operand, row)).find();
    }
  }

  /** The length in Unicode code points. */
  record Size(Expression operand) implements LongNode {
    @Override
    public long evaluateLong(Row row) {
      String text = TextNode.of(operand, row);
      return text.codePointCount(0, text.length());
    }
  }

  record Joined(Expression left, Expression right) implements TextNode {
    @Override
    public String evaluate(Row row) {
      String joined = TextNode.of(left, row).concat(TextNode.of(right, row));
      if (LongestText.isExceededBy(joined)) {
        throw new EvaluationException(
            "the result is a text of more than " + LongestText.BYTES + " bytes");
      }
      return joined;
    }
  }
}
