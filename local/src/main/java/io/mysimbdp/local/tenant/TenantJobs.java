package io.mysimbdp.local.tenant;

import io.mysimbdp.batch.flink.FlinkException;
import io.mysimbdp.batch.flink.FlinkRest;
import io.mysimbdp.batch.flink.JarRun;
import io.mysimbdp.batch.flink.JobState;
import io.mysimbdp.batch.flink.Patience;
import io.mysimbdp.batch.run.BatchJar;
import io.mysimbdp.batch.run.BatchTarget;
import io.mysimbdp.local.process.Directories;
import io.mysimbdp.local.stack.Project;
import io.mysimbdp.platform.names.Names;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A tenant's two streaming jobs on the stack's Flink cluster. Used by one thread. */
public final class TenantJobs {
  private static final String STREAM_CLASS = "io.mysimbdp.stream.StreamJob";
  private static final String LOADER_CLASS = "io.mysimbdp.stream.LoaderJob";

  /** Long enough for a JobManager that dies meanwhile to come back with the job. */
  private static final Duration END = Duration.ofMinutes(2);

  private static final Duration SAVEPOINT = Duration.ofSeconds(60);

  private final Placement placement;
  private final FlinkRest flink;

  /**
   * By name, the ids under which jobs were submitted while no answer came: under the same id Flink
   * cannot take a job twice.
   */
  private final Map<String, String> unanswered = new HashMap<>();

  public TenantJobs(Placement placement) {
    this.placement = placement;
    this.flink = new FlinkRest(URI.create(placement.addresses().flink()));
  }

  /** The cluster. */
  public FlinkRest flink() {
    return flink;
  }

  /** The names of the two jobs in Flink. */
  public List<String> names() {
    return List.of(Names.streamJob(placement.tenant()), Names.loaderJob(placement.tenant()));
  }

  /** What batch runs of this tenant need to know. */
  public BatchTarget batchTarget() {
    return new BatchTarget(
        flink, new BatchJar(placement.project().batchJobJar().toString()), placement.arguments());
  }

  /**
   * Fails if the cluster has not the slots for the two jobs and a batch run beside them.
   *
   * @param jobs how many jobs of the tenant's parallelism are to be started
   */
  public void requireSlots(int jobs) throws IOException, InterruptedException {
    int needed = jobs * placement.parallelism();
    int free = Patience.ask(() -> flink.overview().path("slots-available").asInt());
    if (free < needed) {
      throw new IOException(
          ("the Flink cluster has %d free slots, but %d jobs of parallelism %d need %d; undeploy"
                  + " another tenant, ask for less parallelism, or start the stack with more"
                  + " --taskmanagers")
              .formatted(free, jobs, placement.parallelism(), needed));
    }
  }

  /**
   * Starts those of the two jobs that are not there, each from its newest checkpoint if it has one.
   *
   * @return by name, the ids of both jobs
   */
  public Map<String, String> ensure() throws IOException {
    Path jar = placement.project().streamJobJar();
    Optional<String> uploaded = Optional.empty();
    Map<String, String> ids = new java.util.LinkedHashMap<>();
    try {
      for (String name : names()) {
        Optional<String> running = running(name).map(JobState::id);
        if (running.isEmpty() && uploaded.isEmpty()) {
          uploaded = Optional.of(flink.upload(jar));
        }
        if (running.isPresent()) {
          unanswered.remove(name);
        }
        ids.put(name, running.isPresent() ? running.get() : submit(uploaded.get(), name));
      }
    } finally {
      uploaded.ifPresent(flink::deleteJar);
    }
    return ids;
  }

  /** The same, waiting for Flink while it is away. */
  public Map<String, String> ensurePatiently() throws IOException, InterruptedException {
    return Patience.ask(this::ensure);
  }

  /** The job of this name that has not ended. */
  public Optional<JobState> running(String name) {
    return flink.jobs().stream().filter(job -> job.name().equals(name) && !job.ended()).findFirst();
  }

  private String submit(String jar, String name) throws IOException {
    boolean stream = name.equals(Names.streamJob(placement.tenant()));
    Path checkpoints = placement.checkpoints(name);
    Optional<Path> newest = Checkpoints.newest(checkpoints);
    List<String> arguments = new ArrayList<>(placement.arguments());
    arguments.addAll(List.of("--parallelism", Integer.toString(placement.parallelism())));
    if (stream) {
      placement
          .transactionTimeout()
          .ifPresent(
              timeout ->
                  arguments.addAll(
                      List.of("--transaction-timeout", Long.toString(timeout.toMillis()))));
    }
    String id = unanswered.computeIfAbsent(name, key -> newId());
    try {
      flink.run(
          jar,
          new JarRun(
              stream ? STREAM_CLASS : LOADER_CLASS,
              arguments,
              id,
              placement.parallelism(),
              newest.map(path -> path.toUri().toString()).orElse(null),
              Map.of(
                  "execution.checkpointing.dir", checkpoints.toUri().toString(),
                  "execution.checkpointing.savepoint-dir", checkpoints.toUri().toString())));
    } catch (FlinkException e) {
      if (e.kind() == FlinkException.Kind.REFUSED) {
        unanswered.remove(name);
      }
      if (e.kind() != FlinkException.Kind.DUPLICATE_JOB) {
        throw e;
      }
    }
    unanswered.remove(name);
    if (newest.isPresent()) {
      Checkpoints.forgetOthers(checkpoints, newest.get(), id);
    }
    return id;
  }

  /** 32 hexadecimal digits. */
  private static String newId() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  /** Ends the jobs with a savepoint from which they can go on, or, if that fails, without. */
  public void stop() throws InterruptedException, IOException {
    for (String name : names()) {
      Optional<JobState> job = Patience.ask(() -> running(name));
      if (job.isPresent()) {
        stop(job.get(), name);
      }
    }
  }

  private void stop(JobState job, String name) throws InterruptedException, IOException {
    try {
      flink.stop(job.id(), false, placement.checkpoints(name).toUri().toString(), SAVEPOINT);
    } catch (FlinkException e) {
      // Then it ends without, and goes on from its last checkpoint, or from the savepoint after all
      // if only the answer was lost.
    }
    end(List.of(job.id()));
  }

  /** Ends the jobs, and batch runs, at once and removes their checkpoints. */
  public void remove() throws InterruptedException, IOException {
    List<String> ending = new ArrayList<>();
    for (String name : names()) {
      Patience.ask(() -> running(name)).ifPresent(job -> ending.add(job.id()));
    }
    String batch = Names.batchJobs(placement.tenant());
    Patience.ask(flink::jobs).stream()
        .filter(job -> job.name().startsWith(batch) && !job.ended())
        .forEach(job -> ending.add(job.id()));
    end(ending);
    for (String name : names()) {
      Directories.delete(placement.checkpoints(name));
    }
  }

  /**
   * Cancels the jobs until all have ended. Once is not enough: a JobManager that dies before a job
   * has ended comes back with it running.
   */
  private void end(List<String> ids) throws InterruptedException, IOException {
    long deadline = System.nanoTime() + END.toNanos();
    String last = "";
    while (true) {
      try {
        boolean all = true;
        for (String id : ids) {
          all &= ended(id);
        }
        if (all) {
          return;
        }
      } catch (FlinkException e) {
        last = ": " + e.getMessage();
      }
      if (System.nanoTime() > deadline) {
        throw new IOException(
            "of the jobs %s some have not ended %d s after they were told to%s"
                .formatted(ids, END.toSeconds(), last));
      }
      Thread.sleep(200);
    }
  }

  private boolean ended(String id) {
    Optional<JobState> job = flink.job(id).filter(state -> !state.ended());
    if (job.isPresent() && !job.get().cancelling()) {
      flink.cancel(id);
    }
    return job.isEmpty();
  }

  /** Fails if one of the two jar files is not there. */
  public static void requireBuilt(Placement placement) throws IOException {
    Project project = placement.project();
    for (Path jar : List.of(project.streamJobJar(), project.batchJobJar())) {
      if (!Files.exists(jar)) {
        throw new IOException(jar + " is missing; build the project: mvn package -DskipTests");
      }
    }
  }
}
