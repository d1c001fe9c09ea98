package io.mysimbdp.local.stack;

import io.mysimbdp.local.process.Child;
import io.mysimbdp.local.process.Directories;
import io.mysimbdp.local.process.GuardJar;
import io.mysimbdp.local.process.JavaCommand;
import io.mysimbdp.local.process.Keeper;
import io.mysimbdp.local.process.Keepers;
import io.mysimbdp.local.process.LogFiles;
import io.mysimbdp.local.process.ProcessId;
import io.mysimbdp.local.server.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Kafka, Cassandra, ZooKeeper and Flink as child processes of this one. They are started again when
 * they die, and they die with this process, however it ends.
 */
public final class LocalStack implements AutoCloseable {
  private static final Set<String> STORES = Set.of("kafka", "cassandra", "zookeeper");

  /** How long a server may take to end in an orderly way. */
  private static final Duration GRACE = Duration.ofSeconds(15);

  private final StackLayout layout;
  private final boolean temporary;
  private final OwnerLock lock;
  private final Path guardJar;
  private final StackAddresses addresses;
  private final List<Server> servers;
  private final Keepers keepers = new Keepers(this::isClosing);
  private final Map<String, String> titles = new ConcurrentHashMap<>();
  private final ScheduledThreadPoolExecutor restarts =
      new ScheduledThreadPoolExecutor(1, LocalStack::daemon);
  private final Thread closeOnExit = new Thread(this::close, "stack-close");
  private volatile StackState.Phase phase = StackState.Phase.STARTING;
  private volatile boolean closing;
  private boolean closed;

  private LocalStack(StackOptions options, OwnerLock lock, StackPorts ports) throws IOException {
    this.layout = options.layout();
    this.temporary = options.temporary();
    this.lock = lock;
    // A server may die because threads run short; the one that starts it again is there by then.
    restarts.prestartCoreThread();
    layout.logs().rotate();
    this.guardJar = GuardJar.write(layout.conf());
    this.addresses = StackAddresses.of(options.ports(), ports);
    this.servers = Servers.plan(options, ports);
    servers.forEach(server -> titles.put(server.command().name(), server.title()));
  }

  /**
   * Starts the servers and returns when all of them serve.
   *
   * @param progress is told what happens, in one line each
   * @throws PortTakenException if the options name a port that is taken
   * @throws StackException if the home directory belongs to a running stack, or if a server does
   *     not start; then no server is left
   */
  public static LocalStack start(StackOptions options, Consumer<String> progress)
      throws IOException, InterruptedException, PortTakenException, StackException {
    StackLayout layout = options.layout();
    OwnerLock lock =
        OwnerLock.tryAcquire(layout.lockFile())
            .orElseThrow(() -> new StackInUseException(layout.home()));
    LocalStack stack;
    try {
      stack = new LocalStack(options, lock, StackPorts.choose(options.ports()));
    } catch (IOException | PortTakenException | RuntimeException e) {
      lock.close();
      throw e;
    }
    Runtime.getRuntime().addShutdownHook(stack.closeOnExit);
    try {
      stack.startAll(progress);
      return stack;
    } catch (IOException | InterruptedException | StackException | RuntimeException e) {
      stack.close();
      throw e;
    }
  }

  private void startAll(Consumer<String> progress)
      throws IOException, InterruptedException, StackException {
    writeState();
    ExecutorService starters = Executors.newFixedThreadPool(servers.size(), LocalStack::daemon);
    try {
      ExecutorCompletionService<Server> started = new ExecutorCompletionService<>(starters);
      servers.forEach(server -> started.submit(() -> startOne(server), server));
      for (int i = 0; i < servers.size(); i++) {
        progress.accept(started.take().get().title() + " is up");
      }
    } catch (ExecutionException e) {
      throw unwrapped(e.getCause());
    } finally {
      starters.shutdownNow();
    }
    if (closing) {
      throw new StackException("the stack was stopped while it started");
    }
    phase = StackState.Phase.UP;
    writeState();
  }

  private void startOne(Server server) {
    try {
      Startup startup = new Startup(server, guardJar, layout.logs(), () -> closing);
      startup.runBefore();
      Keeper keeper = keeper(server.command());
      keepers.start(keeper);
      startup.awaitReady(keeper);
    } catch (IOException | InterruptedException | StackException e) {
      throw new StartupFailure(e);
    }
  }

  /** Carries a checked exception out of a task. */
  private static final class StartupFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartupFailure(Exception cause) {
      super(cause);
    }
  }

  private static StackException unwrapped(Throwable failure) {
    Throwable cause = failure instanceof StartupFailure ? failure.getCause() : failure;
    return cause instanceof StackException known
        ? known
        : new StackException("the stack did not start: " + cause, cause);
  }

  public StackAddresses addresses() {
    return addresses;
  }

  public LogFiles logs() {
    return layout.logs();
  }

  /** Process ids of the TaskManagers that run now. */
  public List<Long> taskManagerPids() {
    return keepers.all().stream()
        .filter(keeper -> keeper.name().startsWith("taskmanager-"))
        .flatMap(keeper -> running(keeper).stream())
        .map(ProcessId::pid)
        .toList();
  }

  /**
   * Keeps one more program running beside the servers, like one of them, if it is not there yet.
   *
   * @param title for people
   * @throws IOException if it cannot be started; to be asked for again
   */
  public void keepRunning(String title, JavaCommand command) throws IOException {
    if (closing || keepers.has(command.name())) {
      return;
    }
    titles.put(command.name(), title);
    keepers.start(keeper(command));
  }

  /** Ends a program that was given to {@link #keepRunning}. */
  public void stopKeeping(String name) {
    Optional<Keeper> keeper = keepers.remove(name);
    if (keeper.isPresent()) {
      keeper.get().stop(GRACE);
      writeStateQuietly();
    }
  }

  private Keeper keeper(JavaCommand command) {
    return new Keeper(command, guardJar, layout.logs(), restarts, this::writeStateQuietly);
  }

  /** Whether it is being closed, or is. */
  public boolean isClosing() {
    return closing;
  }

  /** What runs now; the same as in the state file. */
  public StackState state() {
    List<StackState.ServerState> states = new ArrayList<>();
    for (Keeper keeper : keepers.all()) {
      states.add(
          new StackState.ServerState(
              keeper.name(),
              titles.get(keeper.name()),
              running(keeper).stream().findFirst().orElse(null),
              keeper.restarts()));
    }
    states.sort(Comparator.comparing(StackState.ServerState::name));
    return new StackState(
        phase,
        ProcessId.of(ProcessHandle.current()),
        addresses,
        states,
        layout.logs().directory().toString(),
        null);
  }

  private static List<ProcessId> running(Keeper keeper) {
    Child child = keeper.child();
    return child == null ? List.of() : List.of(child.id());
  }

  private synchronized void writeState() throws IOException {
    if (!closed) {
      state().write(layout.stateFile());
    }
  }

  private void writeStateQuietly() {
    try {
      writeState();
    } catch (IOException e) {
      System.err.println("cannot write " + layout.stateFile() + ": " + e);
    }
  }

  /**
   * Stops the servers in order: Flink, then the stores that it writes to. Those of a temporary
   * stack are killed, and what they have stored is deleted.
   */
  @Override
  public void close() {
    synchronized (this) {
      if (closing) {
        awaitClosed();
        return;
      }
      closing = true;
    }
    phase = StackState.Phase.STOPPING;
    writeStateQuietly();
    restarts.shutdownNow();
    stopAll(name -> !STORES.contains(name));
    stopAll(STORES::contains);
    finish();
  }

  private void stopAll(Predicate<String> which) {
    List<Thread> stops = new ArrayList<>();
    for (Keeper keeper : keepers.all()) {
      if (which.test(keeper.name())) {
        Thread stop = daemon(() -> keeper.stop(temporary ? Duration.ZERO : GRACE));
        stop.start();
        stops.add(stop);
      }
    }
    for (Thread stop : stops) {
      join(stop);
    }
  }

  private static void join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void finish() {
    closed = true;
    try {
      if (temporary) {
        Directories.delete(layout.data());
        Directories.delete(layout.conf());
      }
      Files.deleteIfExists(layout.stateFile());
      lock.close();
    } catch (IOException e) {
      System.err.println("cannot clean up " + layout.home() + ": " + e);
    }
    if (Thread.currentThread() != closeOnExit) {
      try {
        Runtime.getRuntime().removeShutdownHook(closeOnExit);
      } catch (IllegalStateException e) {
        // The JVM is ending; the hook finds nothing to do.
      }
    }
    notifyAll();
  }

  private synchronized void awaitClosed() {
    try {
      while (!closed) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "stack");
    thread.setDaemon(true);
    return thread;
  }
}
