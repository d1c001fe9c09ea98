package io.mysimbdp.batch.flink;

/** Flink does not answer, or refuses what it is asked. The message says what to do. */
public final class FlinkException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What went wrong, as far as it matters to a caller. */
  public enum Kind {
    /** Nobody answers, or nobody who may; worth another try. */
    UNREACHABLE,
    /** A job of this id is there already, or has been. */
    DUPLICATE_JOB,
    /** Everything else. */
    REFUSED
  }

  private final Kind kind;

  FlinkException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
