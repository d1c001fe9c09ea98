package io.mysimbdp.local.cli;

import io.mysimbdp.local.stack.LocalStack;
import io.mysimbdp.local.stack.PortTakenException;
import io.mysimbdp.local.stack.Project;
import io.mysimbdp.local.stack.StackAddresses;
import io.mysimbdp.local.stack.StackException;
import io.mysimbdp.local.stack.StackLayout;
import io.mysimbdp.local.stack.StackOptions;
import io.mysimbdp.local.stack.StackState;
import io.mysimbdp.local.stack.TemporaryStacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A stack for one run: the one that is up, which goes on afterwards, or else one of its own, which
 * is thrown away.
 *
 * @param owned the stack to be closed; empty if it is not ours
 */
record Lease(StackLayout layout, StackAddresses addresses, Optional<LocalStack> owned)
    implements AutoCloseable {

  private static final int SLOTS_PER_TASK_MANAGER = 12;

  /** The stack that is up, or a new one with this many slots. */
  static Lease take(
      HomeOption home, String name, int slots, boolean keep, Consumer<String> progress)
      throws IOException, InterruptedException, PortTakenException, StackException {
    Optional<StackState> running = home.control().running();
    if (running.isPresent() && running.get().phase() == StackState.Phase.UP) {
      return new Lease(
          new StackLayout(home.directory()), running.get().addresses(), Optional.empty());
    }
    return own(home, name, slots, keep, progress);
  }

  /** A new stack with this many slots. */
  static Lease own(HomeOption home, String name, int slots, boolean keep, Consumer<String> progress)
      throws IOException, InterruptedException, PortTakenException, StackException {
    Path directory = new TemporaryStacks(home.directory().resolve("runs")).newHome(name);
    int taskManagers = (slots + SLOTS_PER_TASK_MANAGER - 1) / SLOTS_PER_TASK_MANAGER;
    StackOptions options =
        StackOptions.of(Project.find(), directory).withTaskManagers(Math.max(1, taskManagers));
    if (keep) {
      Files.createDirectories(directory);
      Files.writeString(directory.resolve("kept"), "Kept until somebody removes it.\n");
    }
    LocalStack stack = LocalStack.start(keep ? options : options.thrownAway(), progress);
    return new Lease(options.layout(), stack.addresses(), Optional.of(stack));
  }

  @Override
  public void close() {
    owned.ifPresent(LocalStack::close);
  }
}
