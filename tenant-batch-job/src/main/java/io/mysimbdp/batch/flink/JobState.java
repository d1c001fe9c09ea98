package io.mysimbdp.batch.flink;

/**
 * A job as Flink sees it.
 *
 * @param id 32 hexadecimal digits
 * @param name empty of a job that had ended before the JobManager that runs now began
 * @param state Flink's name for it: {@code RUNNING}, {@code FINISHED}, …
 */
public record JobState(String id, String name, String state) {

  /** Whether the job has ended for good, well or not. */
  public boolean ended() {
    return switch (state) {
      case "FINISHED", "FAILED", "CANCELED" -> true;
      default -> false;
    };
  }

  /** Whether the job is about to end because it was told to. */
  public boolean cancelling() {
    return state.equals("CANCELLING");
  }

  /** Whether the job has done what it was for. */
  public boolean finished() {
    return state.equals("FINISHED");
  }

  /** Whether all of its tasks may be at work. */
  public boolean running() {
    return state.equals("RUNNING");
  }
}
