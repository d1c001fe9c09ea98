package io.mysimbdp.local.supervisor;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mysimbdp.local.process.Detached;
import io.mysimbdp.local.process.ProcessId;
import io.mysimbdp.local.stack.PortTakenException;
import io.mysimbdp.local.stack.StackException;
import io.mysimbdp.local.stack.StackLayout;
import io.mysimbdp.local.stack.StackOptions;
import io.mysimbdp.local.stack.StackState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Starts, finds and stops the stack that outlives the command that started it. */
public final class StackControl {
  private static final Duration START = Duration.ofMinutes(4);
  private static final Duration STOP = Duration.ofSeconds(90);
  private static final long PAUSE_MS = 100;

  private final StackLayout layout;

  /**
   * @param home the stack's home directory
   */
  public StackControl(Path home) {
    this.layout = new StackLayout(home);
  }

  /** The stack that is starting, up or stopping; empty if there is none. */
  public Optional<StackState> running() throws IOException {
    return StackState.readLive(layout.stateFile())
        .filter(state -> state.phase() != StackState.Phase.FAILED);
  }

  /**
   * Starts the stack, or waits for the one that somebody else is starting.
   *
   * @param progress is told what happens, in one line each
   * @return the stack, up
   * @throws StackException with the reason and the end of the log if it does not start
   */
  public StackState up(StackOptions options, Consumer<String> progress)
      throws IOException, InterruptedException, PortTakenException, StackException {
    // Found here too, where it can still be said in one line and without a process.
    options.requirePorts();
    Files.createDirectories(layout.home());
    Path output = layout.home().resolve("supervisor.out");
    Process supervisor =
        Detached.start(
            Supervisor.class,
            List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
            List.of(new ObjectMapper().writeValueAsString(options)),
            layout.home().resolve("lib"),
            options.project().root(),
            output);
    Thread stopIfInterrupted = new Thread(supervisor::destroy, "stop-supervisor");
    Runtime.getRuntime().addShutdownHook(stopIfInterrupted);
    try {
      return awaitUp(Optional.of(supervisor), new Tail(output, progress));
    } finally {
      Runtime.getRuntime().removeShutdownHook(stopIfInterrupted);
    }
  }

  /** Waits until the stack that somebody else is starting is up. */
  public StackState awaitUp(Consumer<String> progress)
      throws IOException, InterruptedException, StackException {
    return awaitUp(Optional.empty(), new Tail(layout.home().resolve("supervisor.out"), progress));
  }

  private StackState awaitUp(Optional<Process> supervisor, Tail output)
      throws IOException, InterruptedException, StackException {
    long deadline = System.nanoTime() + START.toNanos();
    while (System.nanoTime() < deadline) {
      output.forward();
      Optional<StackState> state = StackState.read(layout.stateFile());
      if (state.isPresent() && isFailure(state.get(), supervisor)) {
        throw new StackException(state.get().problem());
      }
      Optional<StackState> live = state.filter(StackState::isLive);
      if (live.isPresent() && live.get().phase() == StackState.Phase.UP) {
        output.forward();
        return live.get();
      }
      boolean ended = supervisor.isPresent() ? hasFailed(supervisor.get()) : live.isEmpty();
      if (ended) {
        throw new StackException(
            // It may have written why between the two looks.
            StackState.read(layout.stateFile())
                .map(StackState::problem)
                .orElse("the stack's supervisor ended while it started; see " + output.file()));
      }
      Thread.sleep(PAUSE_MS);
    }
    throw new StackException(
        "the stack is not up after " + START.toSeconds() + " seconds; see " + output.file());
  }

  /** A failure that an earlier supervisor has left behind does not count. */
  private static boolean isFailure(StackState state, Optional<Process> supervisor) {
    boolean ours =
        supervisor.isEmpty()
            || supervisor.get().pid() == state.owner().pid()
            || !supervisor.get().isAlive();
    return state.phase() == StackState.Phase.FAILED && ours;
  }

  private static boolean hasFailed(Process supervisor) {
    return !supervisor.isAlive() && supervisor.exitValue() != Supervisor.ALREADY_OWNED;
  }

  /**
   * Stops the stack.
   *
   * @return whether there was one
   * @throws StackException if anything is left of it
   */
  public boolean down() throws IOException, InterruptedException, StackException {
    Optional<StackState> state = StackState.read(layout.stateFile());
    if (state.isEmpty()) {
      return false;
    }
    boolean wasLive = state.get().isLive();
    List<ProcessId> all =
        Stream.concat(
                Stream.of(state.get().owner()),
                state.get().servers().stream().map(StackState.ServerState::process))
            .filter(Objects::nonNull)
            .toList();
    state.get().owner().handle().ifPresent(ProcessHandle::destroy);
    awaitEnd(all, STOP);
    for (ProcessId left : all) {
      left.handle().ifPresent(ProcessHandle::destroyForcibly);
    }
    awaitEnd(all, Duration.ofSeconds(10));
    if (all.stream().anyMatch(ProcessId::isAlive)) {
      throw new StackException("these processes do not end: " + alive(all));
    }
    Files.deleteIfExists(layout.stateFile());
    return wasLive;
  }

  private static void awaitEnd(List<ProcessId> processes, Duration patience)
      throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < deadline && processes.stream().anyMatch(ProcessId::isAlive)) {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
    }
  }

  private static List<Long> alive(List<ProcessId> processes) {
    return processes.stream().filter(ProcessId::isAlive).map(ProcessId::pid).toList();
  }
}
