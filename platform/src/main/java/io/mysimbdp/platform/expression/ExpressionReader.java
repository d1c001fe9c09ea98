package io.mysimbdp.platform.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSource;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.NullableType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import io.mysimbdp.platform.record.Column;
import io.mysimbdp.platform.record.RecordSchema;
import io.mysimbdp.platform.spelling.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads expressions over the columns of one schema. Parsing and type-checking is CEL's own (<a
 * href="https://cel.dev">cel.dev</a>); what comes out needs CEL no more.
 */
public final class ExpressionReader {
  private static final CelType SKETCH = OpaqueType.create("sketch");

  private final RecordSchema schema;
  private final Set<String> broken;
  private final CelCompiler cel;

  /**
   * @param broken further columns, whose own definition is at fault: expressions over them are not
   *     checked and give no faults
   */
  public ExpressionReader(RecordSchema schema, Set<String> broken) {
    this.schema = schema;
    this.broken = Set.copyOf(broken);
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(CelOptions.current().enableHeterogeneousNumericComparisons(true).build());
    for (Column column : schema.columns()) {
      builder.addVar(column.name(), celType(column));
    }
    builder.addFunctionDeclarations(CelDecimal.FUNCTIONS);
    this.cel = builder.build();
  }

  /** Reads an expression. */
  public Reading<Expression> read(String text) {
    CelValidationResult parsed = cel.parse(text);
    if (parsed.hasError()) {
      return Reading.faulty(CelMessages.syntax(text, parsed));
    }
    CelAbstractSyntaxTree tree = ast(parsed);
    SourceText source = new SourceText(text, tree.getSource());
    Offer offer = new Offer(schema, broken, source);
    offer.check(tree.getExpr());
    return read(tree.getExpr(), tree.getSource(), source, offer);
  }

  /** Checks no more than the syntax; there is never a result. */
  public <T> Reading<T> readSyntax(String text) {
    CelValidationResult parsed = cel.parse(text);
    return Reading.faulty(parsed.hasError() ? CelMessages.syntax(text, parsed) : List.of());
  }

  /**
   * Reads a call of one of these functions, which CEL need not know, with arguments over the
   * schema's columns.
   */
  public Reading<FunctionCall> readCall(String text, Set<String> functions) {
    CelValidationResult parsed = cel.parse(text);
    if (parsed.hasError()) {
      return Reading.faulty(CelMessages.syntax(text, parsed));
    }
    CelAbstractSyntaxTree tree = ast(parsed);
    SourceText source = new SourceText(text, tree.getSource());
    CelExpr root = tree.getExpr();
    if (root.getKind() != CelExpr.ExprKind.Kind.CALL
        || root.call().target().isPresent()
        || !Character.isLetter(root.call().function().charAt(0))) {
      return Reading.faulty(
          List.of(
              new Fault(
                  0,
                  "an aggregate is one call, such as avg(x) or count(); "
                      + "compute with aggregates under 'derive'")));
    }
    String function = root.call().function();
    if (!functions.contains(function)) {
      String message = "unknown aggregate '" + function + "'";
      return Reading.faulty(
          List.of(
              new Fault(
                  source.startOf(root),
                  message + NearestName.hint(function, functions.stream().sorted().toList()))));
    }
    List<Expression> arguments = new ArrayList<>();
    List<Integer> offsets = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    List<CelExpr> parts = root.call().args();
    for (CelExpr argument : parts) {
      Offer offer = new Offer(schema, broken, source);
      offer.checkArgument(argument);
      Reading<Expression> reading = read(argument, tree.getSource(), source, offer);
      reading.result().ifPresent(arguments::add);
      offsets.add(source.startOf(argument));
      faults.addAll(reading.faults());
    }
    return arguments.size() == offsets.size()
        ? Reading.of(new FunctionCall(function, arguments, offsets))
        : Reading.faulty(faults);
  }

  private Reading<Expression> read(
      CelExpr root, CelSource celSource, SourceText source, Offer offer) {
    if (!offer.faults().isEmpty() || offer.usesBroken()) {
      return Reading.faulty(offer.faults());
    }
    CelValidationResult checked = cel.check(CelAbstractSyntaxTree.newParsedAst(root, celSource));
    if (checked.hasError()) {
      return Reading.faulty(CelMessages.types(checked, source));
    }
    try {
      return Reading.of(new Translation(schema, source).root(ast(checked).getExpr()));
    } catch (Translation.NotOffered e) {
      return Reading.faulty(List.of(e.fault()));
    }
  }

  private static CelAbstractSyntaxTree ast(CelValidationResult result) {
    try {
      return result.getAst();
    } catch (CelValidationException e) {
      throw new IllegalStateException("a result without errors has a tree", e);
    }
  }

  /** CEL lets timestamps and types of our own be null; for the others there are wrapper types. */
  private static CelType celType(Column column) {
    CelType type =
        switch (column.type()) {
          case TEXT -> SimpleType.STRING;
          case LONG -> SimpleType.INT;
          case DOUBLE -> SimpleType.DOUBLE;
          case BOOLEAN -> SimpleType.BOOL;
          case TIMESTAMP -> SimpleType.TIMESTAMP;
          case DECIMAL -> CelDecimal.TYPE;
          case SKETCH -> SKETCH;
        };
    return column.nullable() && type instanceof SimpleType && type != SimpleType.TIMESTAMP
        ? NullableType.create(type)
        : type;
  }
}
