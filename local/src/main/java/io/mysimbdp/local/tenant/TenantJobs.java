package io.mysimbdp.local.tenant;

import io.mysimbdp.batch.flink.FlinkException;
import io.mysimbdp.batch.flink.FlinkRest;
import io.mysimbdp.batch.flink.JarRun;
import io.mysimbdp.batch.flink.JobState;
import io.mysimbdp.batch.run.BatchJar;
import io.mysimbdp.batch.run.BatchTarget;
import io.mysimbdp.local.stack.Directories;
import io.mysimbdp.platform.names.Names;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A tenant's two streaming jobs on the stack's Flink cluster. */
public final class TenantJobs {
  private static final String STREAM_CLASS = "io.mysimbdp.stream.StreamJob";
  private static final String LOADER_CLASS = "io.mysimbdp.stream.LoaderJob";
  private static final Duration END = Duration.ofSeconds(60);

  private final Placement placement;
  private final FlinkRest flink;

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
  public void requireSlots(int jobs) throws IOException {
    int needed = jobs * placement.parallelism();
    int free = flink.overview().path("slots-available").asInt();
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
        ids.put(name, running.isPresent() ? running.get() : submit(uploaded.get(), name));
      }
    } finally {
      uploaded.ifPresent(flink::deleteJar);
    }
    return ids;
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
    String id =
        flink.run(
            jar,
            new JarRun(
                stream ? STREAM_CLASS : LOADER_CLASS,
                arguments,
                null,
                placement.parallelism(),
                newest.map(path -> path.toUri().toString()).orElse(null),
                Map.of(
                    "execution.checkpointing.dir", checkpoints.toUri().toString(),
                    "execution.checkpointing.savepoint-dir", checkpoints.toUri().toString())));
    if (newest.isPresent()) {
      Checkpoints.forgetOlder(checkpoints, newest.get());
    }
    return id;
  }

  /** Ends the jobs with a savepoint from which they can go on, or, if that fails, without. */
  public void stop() throws InterruptedException, IOException {
    for (String name : names()) {
      Optional<JobState> job = running(name);
      if (job.isPresent()) {
        stop(job.get(), name);
      }
    }
  }

  private void stop(JobState job, String name) throws InterruptedException, IOException {
    try {
      flink.stop(job.id(), false, placement.checkpoints(name).toUri().toString(), END);
    } catch (FlinkException e) {
      flink.cancel(job.id());
    }
    awaitEnd(job.id());
  }

  /** Ends the jobs at once and removes their checkpoints. */
  public void remove() throws InterruptedException, IOException {
    List<JobState> ending = new ArrayList<>();
    for (String name : names()) {
      running(name).ifPresent(ending::add);
    }
    ending.forEach(job -> flink.cancel(job.id()));
    for (JobState job : ending) {
      awaitEnd(job.id());
    }
    for (String name : names()) {
      Directories.delete(placement.checkpoints(name));
    }
  }

  private void awaitEnd(String id) throws InterruptedException, IOException {
    long deadline = System.nanoTime() + END.toNanos();
    while (flink.job(id).filter(job -> !job.ended()).isPresent()) {
      if (System.nanoTime() > deadline) {
        throw new IOException(
            "job " + id + " has not ended " + END.toSeconds() + " s after it was told to");
      }
      Thread.sleep(200);
    }
  }

  /** Whether both jar files are there. */
  public static boolean built(Placement placement) {
    return Files.exists(placement.project().streamJobJar())
        && Files.exists(placement.project().batchJobJar());
  }
}
