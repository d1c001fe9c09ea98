package io.mysimbdp.platform.expression;

/** An expression has no result for a row's values. The message says why, for the tenant to read. */
public final class EvaluationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** No stack trace: the message and the rule's name say all, and bad data may come in floods. */
  public EvaluationException(String message) {
    super(message, null, false, false);
  }
}
