package io.mysimbdp.platform.expression;

import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What CEL says about a faulty expression, in words for whoever wrote it. */
final class CelMessages {
  private static final Pattern UNEXPECTED =
      Pattern.compile("(?s)(?:mismatched|extraneous) input '(.*?)' expecting.*");
  private static final Pattern MISSING = Pattern.compile("(?s)missing '(.*?)' at '(.*)'");
  private static final Pattern NO_VIABLE =
      Pattern.compile("(?s)no viable alternative at input '(.*)'");
  private static final Pattern NOT_A_TOKEN =
      Pattern.compile("(?s)token recognition error at: '(.*)'");
  private static final Pattern NOT_A_NUMBER = Pattern.compile("For input string: \"(.*)\".*");
  private static final Pattern NO_OVERLOAD =
      Pattern.compile(
          "found no matching overload for '(.+?)' applied to '(?:(.*)\\.)?\\((.*?)\\)'.*");

  private CelMessages() {}

  /** Only the first fault: those after it usually follow from it. */
  static List<Fault> syntax(String text, CelValidationResult result) {
    List<CelIssue> issues = result.getErrors();
    CelIssue first = issues.get(0);
    for (CelIssue issue : issues) {
      if (issue.getSourceLocation().compareTo(first.getSourceLocation()) < 0) {
        first = issue;
      }
    }
    int offset = new SourceText(text, result.getSource()).startOf(first);
    return List.of(new Fault(offset, syntax(first.getMessage())));
  }

  private static String syntax(String message) {
    Matcher unexpected = UNEXPECTED.matcher(message);
    if (unexpected.matches()) {
      return unexpected.group(1).equals("<EOF>")
          ? "the expression ends where a value is needed or a parenthesis is open"
          : "'" + unexpected.group(1) + "' cannot stand here";
    }
    Matcher missing = MISSING.matcher(message);
    if (missing.matches()) {
      return "'" + missing.group(1) + "' is missing here";
    }
    Matcher noViable = NO_VIABLE.matcher(message);
    if (noViable.matches()) {
      return "this is no expression: '" + noViable.group(1) + "'";
    }
    Matcher notToken = NOT_A_TOKEN.matcher(message);
    if (notToken.matches()) {
      String token = notToken.group(1);
      return "'" + token.strip() + "' means nothing here" + tokenHint(token);
    }
    Matcher notNumber = NOT_A_NUMBER.matcher(message);
    if (notNumber.matches()) {
      return notNumber.group(1) + " does not fit into 64 bits";
    }
    return "not a CEL expression: " + message;
  }

  private static String tokenHint(String token) {
    return switch (token.isEmpty() ? ' ' : token.charAt(0)) {
      case '=' -> "; compare with ==";
      case '&' -> "; 'and' is written &&";
      case '|' -> "; 'or' is written ||";
      case '\'', '"' -> "; a text ends with the quote that it starts with";
      default -> "";
    };
  }

  static List<Fault> types(CelValidationResult result, SourceText source) {
    List<Fault> faults = new ArrayList<>();
    List<CelIssue> issues = result.getErrors();
    for (CelIssue issue : issues) {
      faults.add(new Fault(source.startOf(issue), type(issue.getMessage())));
    }
    return faults;
  }

  private static String type(String message) {
    Matcher matcher = NO_OVERLOAD.matcher(message);
    if (!matcher.matches()) {
      return message;
    }
    String function = matcher.group(1);
    String arguments = matcher.group(3);
    String types =
        (matcher.group(2) == null ? arguments : matcher.group(2) + ", " + arguments)
            .replaceAll("wrapper\\((\\w+)\\)", "$1")
            .replace("google.protobuf.Timestamp", "timestamp");
    if (function.equals("_?_:_")) {
      return "'? :' does not take "
          + types.replace(", ", " and ")
          + hint(types, "both branches must have one type");
    }
    if (function.equals("decimal")) {
      return "'decimal' takes a literal text such as '1.50', not " + types;
    }
    return "'"
        + function.replace("@", "").replace("_", function.matches("[a-z_]+") ? "_" : "")
        + "' does not take "
        + types.replace(", ", " and ")
        + hint(types, null);
  }

  private static String hint(String types, String otherwise) {
    List<String> all = List.of(types.split(", "));
    if (all.contains("null")) {
      return "; a column that is never null cannot be compared with null";
    }
    if (all.contains("decimal")) {
      return all.stream().allMatch(type -> type.equals("decimal"))
          ? "; decimals have + and - only; convert with double(…)"
          : "; a decimal goes with decimals only: write decimal('1.50') rather than 1.50, or"
              + " convert with double(…)";
    }
    if (all.contains("int") && all.contains("double")) {
      return "; write 1.0 rather than 1, or convert with double(…)";
    }
    return otherwise == null ? "" : "; " + otherwise;
  }
}
