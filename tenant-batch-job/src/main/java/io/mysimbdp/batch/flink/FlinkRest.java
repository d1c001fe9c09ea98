package io.mysimbdp.batch.flink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** What this platform asks of Flink's REST API, version 1. Thread-safe. */
public final class FlinkRest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration POLL = Duration.ofMillis(200);

  private final FlinkHttp http;

  /** A client of the cluster whose web UI stands at this address, {@code http://host:port}. */
  public FlinkRest(URI address) {
    this.http = new FlinkHttp(address);
  }

  /** The cluster's overview: task managers, slots, jobs, version. */
  public JsonNode overview() {
    return http.get("/overview");
  }

  /** Uploads a jar and returns the id under which it can be run. */
  public String upload(Path jar) {
    String boundary = "mysimbdp-" + UUID.randomUUID();
    String head =
        String.join(
            "\r\n",
            "--" + boundary,
            "Content-Disposition: form-data; name=\"jarfile\"; filename=\"%s\""
                .formatted(jar.getFileName()),
            "Content-Type: application/x-java-archive",
            "",
            "");
    try {
      if (!Files.isRegularFile(jar)) {
        throw new IOException("there is no such file");
      }
      BodyPublisher body =
          BodyPublishers.concat(
              BodyPublishers.ofString(head),
              BodyPublishers.ofFile(jar),
              BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
      String type = "multipart/form-data; boundary=" + boundary;
      JsonNode answer = http.send("POST", "/jars/upload", body, type);
      String file = answer.path("filename").asText();
      return file.substring(file.lastIndexOf('/') + 1);
    } catch (IOException e) {
      throw new FlinkException(
          FlinkException.Kind.REFUSED, "cannot read jar %s: %s".formatted(jar, e.getMessage()), e);
    }
  }

  /** The ids of the uploaded jars. */
  public List<String> jars() {
    List<String> ids = new ArrayList<>();
    http.get("/jars").path("files").forEach(file -> ids.add(file.path("id").asText()));
    return ids;
  }

  /** Removes an uploaded jar. */
  public void deleteJar(String jarId) {
    http.send("DELETE", "/jars/" + encode(jarId), BodyPublishers.noBody(), null);
  }

  /**
   * Runs an uploaded jar and returns the job's id once Flink has taken it.
   *
   * @throws FlinkException of kind {@code DUPLICATE_JOB} if a job of that id is or was there
   */
  public String run(String jarId, JarRun run) {
    ObjectNode body = JSON.createObjectNode();
    if (run.entryClass() != null) {
      body.put("entryClass", run.entryClass());
    }
    run.arguments().forEach(body.putArray("programArgsList")::add);
    if (run.parallelism() > 0) {
      body.put("parallelism", run.parallelism());
    }
    if (run.jobId() != null) {
      body.put("jobId", run.jobId());
    }
    if (run.savepointPath() != null) {
      body.put("savepointPath", run.savepointPath());
    }
    ObjectNode configuration = body.putObject("flinkConfiguration");
    run.configuration().forEach(configuration::put);
    return http.post("/jars/" + encode(jarId) + "/run", body).path("jobid").asText();
  }

  /** All jobs that Flink knows, also those that have ended. */
  public List<JobState> jobs() {
    List<JobState> jobs = new ArrayList<>();
    for (JsonNode job : http.get("/jobs/overview").path("jobs")) {
      jobs.add(state(job));
    }
    return jobs;
  }

  /** A job; none if Flink does not know it (any more). */
  public Optional<JobState> job(String jobId) {
    String path = "/jobs/" + jobId;
    try {
      return http.find(path).map(FlinkRest::state);
    } catch (FlinkException e) {
      if (e.kind() != FlinkException.Kind.REFUSED) {
        throw e;
      }
      // A JobManager that took over behind a job's end knows how it ended and no more, of which
      // Flink 1.20 cannot make an answer (HTTP 500). The state alone is not asked for first: it may
      // be newer than the accumulators, which come from the same cache as the whole.
      return http.find(path + "/status")
          .map(answer -> new JobState(jobId, "", answer.path("status").asText()));
    }
  }

  private static JobState state(JsonNode job) {
    return new JobState(
        job.path("jid").asText(), job.path("name").asText(), job.path("state").asText());
  }

  /** The first lines of the exception by which a job failed last; none if it never did. */
  public Optional<String> rootException(String jobId) {
    return http.find("/jobs/" + jobId + "/exceptions?maxExceptions=1")
        .map(answer -> answer.path("exceptionHistory").path("entries").path(0))
        .map(entry -> entry.path("stacktrace").asText(""))
        .filter(trace -> !trace.isEmpty())
        .map(RootCause::of);
  }

  /** The job's whole-number accumulators by name. */
  public Map<String, Long> accumulators(String jobId) {
    Map<String, Long> values = new LinkedHashMap<>();
    for (JsonNode entry :
        http.get("/jobs/" + jobId + "/accumulators").path("user-task-accumulators")) {
      if (entry.path("type").asText().equals("LongCounter")) {
        values.put(entry.path("name").asText(), Long.parseLong(entry.path("value").asText()));
      }
    }
    return values;
  }

  /** Cancels a job; one that has ended or is unknown is left alone. Does not wait. */
  public void cancel(String jobId) {
    if (job(jobId).filter(job -> !job.ended()).isPresent()) {
      http.send("PATCH", "/jobs/" + jobId + "?mode=cancel", BodyPublishers.noBody(), null);
    }
  }

  /**
   * Stops a job with a savepoint, waits for it and returns its path.
   *
   * @param drain whether the job shall take this for the end of its input
   * @param folder where the savepoint goes; null for the cluster's default
   */
  public String stop(String jobId, boolean drain, String folder, Duration patience) {
    ObjectNode body = JSON.createObjectNode();
    body.put("drain", drain);
    if (folder != null) {
      body.put("targetDirectory", folder);
    }
    String request = http.post("/jobs/" + jobId + "/stop", body).path("request-id").asText();
    long deadline = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < deadline) {
      JsonNode answer = http.get("/jobs/" + jobId + "/savepoints/" + request);
      if (answer.path("status").path("id").asText().equals("COMPLETED")) {
        JsonNode operation = answer.path("operation");
        if (operation.hasNonNull("failure-cause")) {
          String trace = operation.path("failure-cause").path("stack-trace").asText();
          throw new FlinkException(
              FlinkException.Kind.REFUSED,
              "job %s was not stopped: %s".formatted(jobId, RootCause.of(trace)),
              null);
        }
        return operation.path("location").asText();
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
    throw new FlinkException(
        FlinkException.Kind.REFUSED,
        "job %s has not stopped within %d s".formatted(jobId, patience.toSeconds()),
        null);
  }

  private static String encode(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
