package io.mysimbdp.local.stack;

import io.mysimbdp.local.process.Child;
import io.mysimbdp.local.process.JavaCommand;
import io.mysimbdp.local.process.Keeper;
import io.mysimbdp.local.process.LogFiles;
import io.mysimbdp.local.server.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * The first start of one server, with a deadline and an error that shows the end of its log.
 *
 * @param cancelled whether to give up
 */
record Startup(Server server, Path guardJar, LogFiles logs, BooleanSupplier cancelled) {
  private static final int TAIL_LINES = 12;
  private static final long PAUSE_MS = 100;

  /** Runs the program that the server needs to have run before. */
  void runBefore() throws IOException, InterruptedException, StackException {
    if (server.before().isEmpty()) {
      return;
    }
    JavaCommand command = server.before().get();
    Child child = Child.start(command, guardJar, logs);
    try {
      int status = child.exit().get(server.patience().toMillis(), TimeUnit.MILLISECONDS);
      if (status != 0) {
        throw failed(command.name() + " ended with status " + status, command.name(), null);
      }
    } catch (TimeoutException | ExecutionException e) {
      throw failed(command.name() + " did not end", command.name(), e);
    } finally {
      child.stop(Duration.ZERO);
    }
  }

  /** Returns when the server serves. */
  void awaitReady(Keeper keeper) throws InterruptedException, StackException {
    long deadline = System.nanoTime() + server.patience().toNanos();
    Exception reason = null;
    while (!cancelled.getAsBoolean()) {
      if (keeper.lastExit() != null) {
        throw failed("it ended with status " + keeper.lastExit(), keeper.name(), null);
      }
      try {
        if (server.ready().serves()) {
          return;
        }
      } catch (InterruptedException e) {
        throw e;
      } catch (Exception e) {
        reason = e;
      }
      if (System.nanoTime() > deadline) {
        String waited = server.patience().toSeconds() + " seconds";
        throw failed("it does not answer after " + waited, keeper.name(), reason);
      }
      Thread.sleep(PAUSE_MS);
    }
  }

  private StackException failed(String why, String name, Throwable cause) {
    String because = cause == null ? "" : " (" + cause + ")";
    return new StackException(
        "%s did not start: %s%s; see %s and .out beside it\n%s"
            .formatted(server.title(), why, because, logs.log(name), logs.tail(name, TAIL_LINES)),
        cause);
  }
}
