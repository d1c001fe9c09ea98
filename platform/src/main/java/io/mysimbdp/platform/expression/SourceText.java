package io.mysimbdp.platform.expression;

import dev.cel.common.CelIssue;
import dev.cel.common.CelSource;
import dev.cel.common.ast.CelExpr;
import java.util.Map;

/** Where the parts of an expression stand in its text, in code points. */
final class SourceText {
  private final int[] text;
  private final CelSource source;

  SourceText(String text, CelSource source) {
    this.text = text.codePoints().toArray();
    this.source = source;
  }

  /** Where a reader would look for this part: an operator's sign, a function's name. */
  int startOf(CelExpr part) {
    Map<Long, Integer> positions = source.getPositionsMap();
    Integer offset = positions.get(part.id());
    return nameStart(offset == null ? 0 : offset);
  }

  int startOf(CelIssue issue) {
    return nameStart(offset(issue, source));
  }

  static int offset(CelIssue issue, CelSource source) {
    int line = issue.getSourceLocation().getLine();
    int column = issue.getSourceLocation().getColumn();
    return line < 1 ? 0 : source.getLocationOffset(line, Math.max(0, column)).orElse(0);
  }

  /** CEL places a call at its parenthesis; its name stands before that. */
  private int nameStart(int offset) {
    if (offset >= text.length || text[offset] != '(') {
      return offset;
    }
    int start = offset;
    while (start > 0 && (Character.isLetterOrDigit(text[start - 1]) || text[start - 1] == '_')) {
      start--;
    }
    return start;
  }
}
