package io.mysimbdp.local.flink;

/**
 * A job as the cluster shows it.
 *
 * @param id 32 hexadecimal digits
 * @param state as Flink names it
 */
public record Job(String id, String name, State state) {

  /** The states of a Flink job. */
  public enum State {
    INITIALIZING,
    CREATED,
    RUNNING,
    FAILING,
    FAILED,
    CANCELLING,
    CANCELED,
    FINISHED,
    RESTARTING,
    SUSPENDED,
    RECONCILING;

    /** Whether the job will never run again. */
    public boolean isFinal() {
      return this == FAILED || this == CANCELED || this == FINISHED;
    }
  }
}
