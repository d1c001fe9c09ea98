package io.mysimbdp.platform.expression;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.ast.CelExpr;
import io.mysimbdp.platform.expression.Literals.NullLiteral;
import io.mysimbdp.platform.record.Column;
import io.mysimbdp.platform.record.ColumnType;
import io.mysimbdp.platform.record.DecimalText;
import io.mysimbdp.platform.record.RecordSchema;
import io.mysimbdp.platform.record.Row;
import io.mysimbdp.platform.record.Timestamps;
import io.mysimbdp.platform.spelling.NearestName;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Turns CEL's checked tree, once, into nodes that evaluate themselves. */
final class Translation {
  private static final Row NO_ROW = new Row(0);

  private final RecordSchema schema;
  private final SourceText source;

  Translation(RecordSchema schema, SourceText source) {
    this.schema = schema;
    this.source = source;
  }

  /** Well-typed CEL that this platform does not evaluate. */
  static final class NotOffered extends Exception {
    private static final long serialVersionUID = 1L;
    private final int offset;

    NotOffered(int offset, String message) {
      super(message);
      this.offset = offset;
    }

    Fault fault() {
      return new Fault(offset, getMessage());
    }
  }

  Expression root(CelExpr root) throws NotOffered {
    Expression result = node(root);
    if (result instanceof NullLiteral) {
      throw new NotOffered(source.startOf(root), "this is always null");
    }
    return result;
  }

  private Expression node(CelExpr part) throws NotOffered {
    return switch (part.getKind()) {
      case CONSTANT -> literal(part);
      case IDENT -> column(part.ident().name());
      case CALL -> call(part);
      default -> throw notOffered(part, "this");
    };
  }

  private Expression column(String name) {
    int index = schema.indexOf(name);
    Column column = schema.column(index);
    return new ColumnValue(index, name, column.type(), column.nullable(), column.scale());
  }

  private Expression literal(CelExpr part) throws NotOffered {
    return switch (part.constant().getKind()) {
      case NULL_VALUE -> new NullLiteral(ColumnType.TEXT);
      case BOOLEAN_VALUE -> new Literals.BooleanLiteral(part.constant().booleanValue());
      case INT64_VALUE -> new Literals.LongLiteral(part.constant().int64Value(), ColumnType.LONG);
      case DOUBLE_VALUE -> doubleLiteral(part);
      case STRING_VALUE -> new Literals.TextLiteral(part.constant().stringValue());
      default -> throw notOffered(part, "this literal");
    };
  }

  private Expression doubleLiteral(CelExpr part) throws NotOffered {
    double value = part.constant().doubleValue();
    if (!Double.isFinite(value)) {
      throw new NotOffered(source.startOf(part), "this number is too large for a double");
    }
    return new Literals.DoubleLiteral(value);
  }

  private Expression call(CelExpr part) throws NotOffered {
    CelExpr.CelCall call = part.call();
    List<CelExpr> arguments = call.args();
    List<CelExpr> operands = Stream.concat(call.target().stream(), arguments.stream()).toList();
    if (call.function().equals("@in")) {
      return membership(part, operands);
    }
    if (call.function().equals("timestamp")) {
      return timestamp(operands.get(0));
    }
    if (call.function().equals("decimal")) {
      return decimal(operands.get(0));
    }
    if (TimePart.FUNCTIONS.containsKey(call.function())) {
      return timePart(call.function(), operands);
    }
    Expression first = node(operands.get(0));
    Expression second = operands.size() > 1 ? node(operands.get(1)) : null;
    return switch (call.function()) {
      case "_&&_" -> new Logic.And(first, second);
      case "_||_" -> new Logic.Or(first, second);
      case "!_" -> new Logic.Not(first);
      case "_?_:_" -> conditional(first, second, node(operands.get(2)));
      case "_==_" -> equality(Relation.EQUAL, first, second);
      case "_!=_" -> equality(Relation.NOT_EQUAL, first, second);
      case "_<_" -> comparison(Relation.LESS, first, second);
      case "_<=_" -> comparison(Relation.LESS_OR_EQUAL, first, second);
      case "_>_" -> comparison(Relation.GREATER, first, second);
      case "_>=_" -> comparison(Relation.GREATER_OR_EQUAL, first, second);
      case "_+_" ->
          first.type() == ColumnType.TEXT && second.type() == ColumnType.TEXT
              ? new Texts.Joined(first, second)
              : arithmetic(part, Operator.PLUS, first, second);
      case "_-_" -> arithmetic(part, Operator.MINUS, first, second);
      case "_*_" -> arithmetic(part, Operator.TIMES, first, second);
      case "_/_" -> arithmetic(part, Operator.DIVIDED_BY, first, second);
      case "_%_" -> arithmetic(part, Operator.MODULO, first, second);
      case "-_" -> negated(part, first);
      case "contains" -> new Texts.Asked(Texts.Question.CONTAINS, first, second);
      case "startsWith" -> new Texts.Asked(Texts.Question.STARTS_WITH, first, second);
      case "endsWith" -> new Texts.Asked(Texts.Question.ENDS_WITH, first, second);
      case "matches" -> matches(operands.get(1), first, second);
      case "size" -> new Texts.Size(first);
      case "double" -> toDouble(first);
      case "int" -> toLong(first);
      case "string" -> toText(first);
      default -> throw notOffered(part, "'" + call.function() + "'");
    };
  }

  private Expression conditional(Expression condition, Expression yes, Expression no) {
    ColumnType type = yes instanceof NullLiteral ? no.type() : yes.type();
    int scale = Math.max(yes.scale(), no.scale());
    return new Logic.Conditional(
        condition, branch(yes, type, scale), branch(no, type, scale), type);
  }

  private static Expression branch(Expression branch, ColumnType type, int scale) {
    if (branch instanceof NullLiteral) {
      return new NullLiteral(type);
    }
    return branch.scale() == scale ? branch : new Decimals.Widened(branch, scale);
  }

  private Expression equality(Relation relation, Expression left, Expression right) {
    boolean negated = relation == Relation.NOT_EQUAL;
    if (right instanceof NullLiteral) {
      return new Comparisons.IsNull(negated, left);
    }
    if (left instanceof NullLiteral) {
      return new Comparisons.IsNull(negated, right);
    }
    return left.nullable() || right.nullable()
        ? new Comparisons.Same(negated, left, right)
        : comparison(relation, left, right);
  }

  /** CEL compares whole numbers with doubles too, as doubles. */
  private Expression comparison(Relation relation, Expression left, Expression right) {
    if (left.type() == ColumnType.LONG && right.type() == ColumnType.DOUBLE) {
      return new Comparisons.Doubles(relation, new Conversions.LongToDouble(left), right);
    }
    if (left.type() == ColumnType.DOUBLE && right.type() == ColumnType.LONG) {
      return new Comparisons.Doubles(relation, left, new Conversions.LongToDouble(right));
    }
    return switch (left.type()) {
      case LONG, TIMESTAMP -> new Comparisons.Longs(relation, left, right);
      case DOUBLE -> new Comparisons.Doubles(relation, left, right);
      case TEXT -> new Comparisons.Texts(relation, left, right);
      case BOOLEAN -> new Comparisons.Booleans(relation, left, right);
      case DECIMAL -> new Comparisons.Decimals(relation, left, right);
      case SKETCH -> throw new IllegalStateException("a sketch is never compared");
    };
  }

  private Expression arithmetic(CelExpr part, Operator operator, Expression left, Expression right)
      throws NotOffered {
    if (left instanceof NullLiteral || right instanceof NullLiteral) {
      throw notOffered(part, "arithmetic with null");
    }
    return switch (left.type()) {
      case LONG -> new Arithmetic.Longs(operator, left, right);
      case DOUBLE -> new Arithmetic.Doubles(operator, left, right);
      case DECIMAL -> new Decimals.Sum(left, right, operator == Operator.MINUS);
      default -> throw notOffered(part, "arithmetic on timestamps");
    };
  }

  private Expression negated(CelExpr part, Expression operand) throws NotOffered {
    return switch (operand.type()) {
      case LONG -> new Arithmetic.NegatedLong(operand);
      case DOUBLE -> new Arithmetic.NegatedDouble(operand);
      case DECIMAL -> new Decimals.Negated(operand);
      default -> throw notOffered(part, "arithmetic with null");
    };
  }

  private Expression toDouble(Expression operand) {
    return switch (operand.type()) {
      case LONG -> new Conversions.LongToDouble(operand);
      case TEXT -> new Conversions.TextToDouble(operand);
      case DECIMAL -> new Decimals.ToDouble(operand);
      default -> new Conversions.Present(operand);
    };
  }

  private Expression toLong(Expression operand) {
    return switch (operand.type()) {
      case DOUBLE -> new Conversions.DoubleToLong(operand);
      case TEXT -> new Conversions.TextToLong(operand);
      case TIMESTAMP -> new Conversions.TimestampToLong(operand);
      default -> new Conversions.Present(operand);
    };
  }

  private static Expression toText(Expression operand) {
    return switch (operand.type()) {
      case TEXT -> new Conversions.Present(operand);
      case DECIMAL -> new Decimals.ToText(operand);
      default -> new Conversions.ToText(operand);
    };
  }

  private Expression matches(CelExpr part, Expression text, Expression pattern) throws NotOffered {
    if (!(pattern instanceof Literals.TextLiteral literal)) {
      throw notOffered(part, "a pattern that is not a literal text");
    }
    try {
      return new Texts.Matches(text, Pattern.compile(literal.value()));
    } catch (PatternSyntaxException e) {
      throw new NotOffered(source.startOf(part), "not a pattern of RE2: " + e.getMessage());
    }
  }

  private Expression membership(CelExpr part, List<CelExpr> operands) throws NotOffered {
    Expression operand = node(operands.get(0));
    if (operands.get(1).getKind() != CelExpr.ExprKind.Kind.LIST) {
      throw notOffered(part, "'in' without a list of literals after it");
    }
    List<Object> values = new ArrayList<>();
    List<CelExpr> elements = operands.get(1).list().elements();
    for (CelExpr element : elements) {
      Expression value = node(element);
      if (!Literals.isLiteral(value)) {
        throw notOffered(element, "anything but literals in the list after 'in'");
      }
      values.add(value.evaluate(NO_ROW));
    }
    return Membership.of(operand, values);
  }

  private Expression timestamp(CelExpr operand) throws NotOffered {
    if (!(node(operand) instanceof Literals.TextLiteral literal)) {
      throw notOffered(operand, "timestamp() of anything but a literal text");
    }
    try {
      Instant instant = OffsetDateTime.parse(literal.value()).toInstant();
      if (!instant.equals(instant.truncatedTo(ChronoUnit.MILLIS))) {
        throw notOffered(operand, "times finer than milliseconds");
      }
      return new Literals.LongLiteral(instant.toEpochMilli(), ColumnType.TIMESTAMP);
    } catch (DateTimeException | ArithmeticException e) {
      throw new NotOffered(
          source.startOf(operand),
          "'" + literal.value() + "' is not a time such as " + Timestamps.format(0));
    }
  }

  private Expression decimal(CelExpr operand) throws NotOffered {
    if (!(node(operand) instanceof Literals.TextLiteral literal)) {
      throw notOffered(operand, "decimal() of anything but a literal text");
    }
    try {
      return new Decimals.Literal(DecimalText.readPlain(literal.value()));
    } catch (DecimalText.NoDecimalException e) {
      throw new NotOffered(source.startOf(operand), "a decimal literal " + e.getMessage());
    }
  }

  /** A part of a time in UTC, or in the zone that a second operand names. */
  private Expression timePart(String function, List<CelExpr> operands) throws NotOffered {
    ZoneId zone = operands.size() == 1 ? ZoneOffset.UTC : zone(operands.get(1));
    return new TimePart(TimePart.FUNCTIONS.get(function), node(operands.get(0)), zone);
  }

  private ZoneId zone(CelExpr operand) throws NotOffered {
    if (!(node(operand) instanceof Literals.TextLiteral literal)) {
      throw notOffered(operand, "a time zone that is not a literal text");
    }
    String name = literal.value();
    try {
      return ZoneId.of(name.matches("[0-9]{2}:[0-9]{2}") ? "+" + name : name).normalized();
    } catch (DateTimeException e) {
      String hint =
          NearestName.of(name, ZoneId.getAvailableZoneIds())
              .map(near -> "; did you mean '" + near + "'?")
              .orElse("; a zone is written 'Europe/Athens' or '+02:00'");
      throw new NotOffered(source.startOf(operand), "unknown time zone '" + name + "'" + hint);
    }
  }

  private NotOffered notOffered(CelExpr part, String what) {
    return new NotOffered(source.startOf(part), "this platform does not offer " + what);
  }
}
