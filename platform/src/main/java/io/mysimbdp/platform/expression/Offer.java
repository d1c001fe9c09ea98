package io.mysimbdp.platform.expression;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import io.mysimbdp.platform.record.Column;
import io.mysimbdp.platform.record.ColumnType;
import io.mysimbdp.platform.record.RecordSchema;
import io.mysimbdp.platform.spelling.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks, before types are looked at, that an expression uses known columns and only what this
 * platform offers of CEL. Finds all such faults, where CEL's own checker would pile up more.
 */
final class Offer {
  static final List<String> FUNCTIONS =
      Stream.concat(
              Stream.of(
                  "contains",
                  "decimal",
                  "double",
                  "endsWith",
                  "int",
                  "matches",
                  "size",
                  "startsWith",
                  "string",
                  "timestamp"),
              TimePart.FUNCTIONS.keySet().stream().sorted())
          .toList();
  private static final Set<String> AGGREGATES =
      Set.of(
          "avg",
          "count",
          "count_if",
          "distinct",
          "first",
          "last",
          "max",
          "min",
          "quantile",
          "sketch",
          "sum");

  private final RecordSchema schema;
  private final List<String> columns;
  private final Set<String> broken;
  private final SourceText source;
  private final List<Fault> faults = new ArrayList<>();
  private boolean usesBroken;

  Offer(RecordSchema schema, Set<String> broken, SourceText source) {
    this.schema = schema;
    this.columns = schema.columns().stream().map(Column::name).toList();
    this.broken = broken;
    this.source = source;
  }

  List<Fault> faults() {
    return faults;
  }

  boolean usesBroken() {
    return usesBroken;
  }

  /** Checks the argument of an aggregate, which may be a sketch, but not compute with one. */
  void checkArgument(CelExpr part) {
    boolean sketch = part.getKind() == CelExpr.ExprKind.Kind.IDENT && isSketch(part.ident().name());
    if (!sketch) {
      check(part);
    }
  }

  private boolean isSketch(String name) {
    int column = schema.indexOf(name);
    return column >= 0 && schema.column(column).type() == ColumnType.SKETCH;
  }

  void check(CelExpr part) {
    switch (part.getKind()) {
      case IDENT -> column(part);
      case CONSTANT -> constant(part);
      case CALL -> call(part);
      case LIST -> refuse(part, "lists except after 'in'");
      case SELECT -> refuse(part, "fields of a value ('." + part.select().field() + "')");
      case MAP, STRUCT -> refuse(part, "maps and messages");
      case COMPREHENSION, NOT_SET -> refuse(part, "this");
    }
  }

  private void column(CelExpr part) {
    String name = part.ident().name();
    if (broken.contains(name)) {
      usesBroken = true;
    } else if (!columns.contains(name)) {
      faults.add(
          new Fault(
              source.startOf(part),
              "unknown column '" + name + "'" + NearestName.hint(name, columns)));
    } else if (isSketch(name)) {
      faults.add(
          new Fault(
              source.startOf(part),
              "'"
                  + name
                  + "' is a sketch, which only the aggregates sketch(x) and quantile(x, 0.9) take"));
    }
  }

  private void constant(CelExpr part) {
    CelConstant.Kind kind = part.constant().getKind();
    if (kind == CelConstant.Kind.UINT64_VALUE) {
      refuse(part, "unsigned numbers; leave out the 'u'");
    } else if (kind == CelConstant.Kind.BYTES_VALUE) {
      refuse(part, "byte literals; leave out the 'b'");
    }
  }

  private void call(CelExpr part) {
    CelExpr.CelCall call = part.call();
    String function = call.function();
    boolean isName = Character.isLetter(function.charAt(0));
    if (isName && !FUNCTIONS.contains(function)) {
      faults.add(
          new Fault(
              source.startOf(part),
              AGGREGATES.contains(function)
                  ? "'" + function + "' is an aggregate and stands under 'aggregates' only"
                  : "this platform does not offer '"
                      + function
                      + "'"
                      + NearestName.hint(function, FUNCTIONS)));
      return;
    }
    if (!isName && function.contains("[")) {
      refuse(part, "access by index");
      return;
    }
    call.target().ifPresent(this::check);
    List<CelExpr> arguments = call.args();
    for (int i = 0; i < arguments.size(); i++) {
      CelExpr argument = arguments.get(i);
      boolean listOfIn = function.equals("@in") && i == 1;
      if (listOfIn && argument.getKind() == CelExpr.ExprKind.Kind.LIST) {
        List<CelExpr> elements = argument.list().elements();
        elements.forEach(this::check);
      } else {
        check(argument);
      }
    }
  }

  private void refuse(CelExpr part, String what) {
    faults.add(new Fault(source.startOf(part), "this platform does not offer " + what));
  }
}
