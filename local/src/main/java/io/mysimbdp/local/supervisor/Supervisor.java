package io.mysimbdp.local.supervisor;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mysimbdp.local.deploy.DeploymentKeeper;
import io.mysimbdp.local.process.ProcessId;
import io.mysimbdp.local.stack.LocalStack;
import io.mysimbdp.local.stack.PortTakenException;
import io.mysimbdp.local.stack.StackException;
import io.mysimbdp.local.stack.StackInUseException;
import io.mysimbdp.local.stack.StackLayout;
import io.mysimbdp.local.stack.StackOptions;
import io.mysimbdp.local.stack.StackState;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * The process behind {@code up}: it owns the stack until it is told to end (SIGTERM), and then
 * stops the servers in order. Its one argument is the {@link StackOptions} as JSON. If the
 * environment names a process as {@value #OWNER}, the stack ends with that process too, however it
 * dies: so a test run that is killed leaves nothing behind.
 */
public final class Supervisor {
  /** Environment variable: the id of a process with which the stack shall end. */
  static final String OWNER = "MYSIMBDP_OWNER";

  /** Exit status if somebody else owns the stack's home already. */
  static final int ALREADY_OWNED = 3;

  private Supervisor() {}

  public static void main(String[] args) throws Exception {
    StackOptions options = new ObjectMapper().readValue(args[0], StackOptions.class);
    endWithOwner(System.getenv(OWNER));
    try {
      LocalStack stack = LocalStack.start(options, System.out::println);
      System.out.println("up: " + stack.addresses());
      // The end comes as a signal, on which the stack's shutdown hook stops the servers.
      new DeploymentKeeper(stack, options.project(), options.layout()).run();
      new CountDownLatch(1).await();
    } catch (StackInUseException e) {
      System.exit(ALREADY_OWNED);
    } catch (IOException | PortTakenException | StackException e) {
      e.printStackTrace();
      report(options, e.getMessage());
      System.exit(1);
    }
  }

  private static void endWithOwner(String pid) {
    if (pid != null) {
      Thread watch = new Thread(() -> awaitEnd(Long.parseLong(pid)), "owner");
      watch.setDaemon(true);
      watch.start();
    }
  }

  private static void awaitEnd(long pid) {
    ProcessHandle.of(pid).ifPresent(owner -> owner.onExit().join());
    System.exit(0);
  }

  private static void report(StackOptions options, String problem) throws IOException {
    ProcessId me = ProcessId.of(ProcessHandle.current());
    StackLayout layout = options.layout();
    new StackState(
            StackState.Phase.FAILED,
            me,
            null,
            List.of(),
            layout.logs().directory().toString(),
            problem)
        .write(layout.stateFile());
  }
}
