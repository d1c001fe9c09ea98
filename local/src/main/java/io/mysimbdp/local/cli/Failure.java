package io.mysimbdp.local.cli;

import io.mysimbdp.batch.flink.FlinkException;
import io.mysimbdp.batch.trigger.TriggerException;
import io.mysimbdp.emulator.EmulationException;
import io.mysimbdp.local.run.RunFailedException;
import io.mysimbdp.local.stack.PortTakenException;
import io.mysimbdp.local.stack.StackException;
import io.mysimbdp.platform.coredms.CoreDmsException;
import io.mysimbdp.platform.definition.reading.DefinitionException;
import io.mysimbdp.platform.topics.TopicsException;
import java.io.IOException;

/** Why a command ends without having done what it was asked for: one message for a person. */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Exit status of a command that was asked for what cannot be. */
  static final int WRONG_USE = 2;

  /** Exit status of a command that could not do what it should have. */
  static final int FAILED = 1;

  private final int status;

  private Failure(int status, String message, Throwable cause) {
    super(message, cause);
    this.status = status;
  }

  /** The user asked for something that cannot be. */
  public static Failure wrongUse(String message) {
    return new Failure(WRONG_USE, message, null);
  }

  /** The command was right and did not succeed. */
  public static Failure failed(String message) {
    return new Failure(FAILED, message, null);
  }

  /** What any exception means to the user. */
  static Failure of(Exception e) {
    if (e instanceof Failure failure) {
      return failure;
    }
    if (e instanceof PortTakenException) {
      return new Failure(WRONG_USE, e.getMessage(), e);
    }
    if (e instanceof DefinitionException) {
      return new Failure(WRONG_USE, "the definition cannot be used:\n" + e.getMessage(), e);
    }
    if (e instanceof EmulationException emulation) {
      return new Failure(emulation.isWrongUse() ? WRONG_USE : FAILED, e.getMessage(), e);
    }
    if (e instanceof StackException
        || e instanceof RunFailedException
        || e instanceof FlinkException
        || e instanceof TriggerException
        || e instanceof TopicsException
        || e instanceof CoreDmsException) {
      return new Failure(FAILED, e.getMessage(), e);
    }
    if (e instanceof InterruptedException) {
      return new Failure(FAILED, "interrupted", e);
    }
    String what = e instanceof IOException ? "input or output failed: " : "unexpected: ";
    String text = e.getMessage() == null ? e.toString() : simpleName(e) + ": " + e.getMessage();
    return new Failure(FAILED, what + text + " (MYSIMBDP_DEBUG=1 shows where)", e);
  }

  private static String simpleName(Exception e) {
    return e.getClass().getSimpleName();
  }

  /** The exit status of the command. */
  public int status() {
    return status;
  }
}
