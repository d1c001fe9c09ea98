package io.mysimbdp.local.flink;

import java.io.IOException;

/** Flink refused a request; the message is the root cause as Flink gives it. */
public final class FlinkRestException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int status;

  FlinkRestException(int status, String message) {
    super(message);
    this.status = status;
  }

  /** The HTTP status; 404 for a job or jar that Flink does not know. */
  public int status() {
    return status;
  }
}
