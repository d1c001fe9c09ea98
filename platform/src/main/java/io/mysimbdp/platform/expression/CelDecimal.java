package io.mysimbdp.platform.expression;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import java.util.List;

/** What CEL's checker has to know of decimals, which CEL itself has not. */
final class CelDecimal {
  static final CelType TYPE = OpaqueType.create("decimal");

  static final List<CelFunctionDecl> FUNCTIONS =
      List.of(
          function("_<_", SimpleType.BOOL, TYPE, TYPE),
          function("_<=_", SimpleType.BOOL, TYPE, TYPE),
          function("_>_", SimpleType.BOOL, TYPE, TYPE),
          function("_>=_", SimpleType.BOOL, TYPE, TYPE),
          function("_+_", TYPE, TYPE, TYPE),
          function("_-_", TYPE, TYPE, TYPE),
          function("-_", TYPE, TYPE),
          function("double", SimpleType.DOUBLE, TYPE),
          function("string", SimpleType.STRING, TYPE),
          function("decimal", TYPE, SimpleType.STRING));

  private CelDecimal() {}

  /** Further overload of what CEL has; {@code == != in} and {@code ? :} take any type there. */
  private static CelFunctionDecl function(String name, CelType result, CelType... arguments) {
    String id = "decimal_" + name;
    return CelFunctionDecl.newFunctionDeclaration(
        name, CelOverloadDecl.newGlobalOverload(id, result, List.of(arguments)));
  }
}
