package io.mysimbdp.local.flink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * What the platform needs of Flink's REST API. Every method fails with a {@link FlinkRestException}
 * if Flink refuses, and with another {@link IOException} if it cannot be reached.
 */
public final class FlinkRest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The main method of a job runs inside the request that starts it. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final URI base;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /**
   * @param base such as {@code http://127.0.0.1:8081}
   */
  public FlinkRest(URI base) {
    this.base = base;
  }

  /** Whether the JobManager answers. */
  public boolean answers() throws IOException {
    return get("/overview").has("slots-total");
  }

  /** How many slots no job uses. */
  public int freeSlots() throws IOException {
    return get("/overview").path("slots-available").asInt();
  }

  /** The ids of the registered TaskManagers. */
  public Set<String> taskManagers() throws IOException {
    Set<String> ids = new HashSet<>();
    get("/taskmanagers").path("taskmanagers").forEach(each -> ids.add(each.path("id").asText()));
    return ids;
  }

  /** Uploads a jar and returns the id that {@link #run} takes. */
  public String upload(Path jar) throws IOException {
    String boundary = "mysimbdp-" + UUID.randomUUID();
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\"%s\"\r\nContent-Type: application/x-java-archive\r\n\r\n"
            .formatted(boundary, jar.getFileName());
    BodyPublisher body =
        BodyPublishers.concat(
            BodyPublishers.ofString(head),
            BodyPublishers.ofFile(jar),
            BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
    JsonNode answer =
        send(
            request("/jars/upload")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(body));
    String file = answer.path("filename").asText();
    return file.substring(file.lastIndexOf('/') + 1);
  }

  /** Starts a job and returns its id. */
  public String run(String jarId, JobRequest job) throws IOException {
    ObjectNode body = JSON.createObjectNode();
    body.put("entryClass", job.entryClass());
    job.arguments().forEach(body.putArray("programArgsList")::add);
    body.put("parallelism", job.parallelism());
    job.jobId().ifPresent(id -> body.put("jobId", id));
    job.savepoint().ifPresent(path -> body.put("savepointPath", path));
    ObjectNode settings = body.putObject("flinkConfiguration");
    job.settings().forEach(settings::put);
    return post("/jars/" + jarId + "/run", body).path("jobid").asText();
  }

  /** Forgets an uploaded jar; jobs that run from it go on. */
  public void deleteJar(String jarId) throws IOException {
    send(request("/jars/" + jarId).DELETE());
  }

  /** All jobs that the cluster remembers, ended ones too. */
  public List<Job> jobs() throws IOException {
    return StreamSupport.stream(get("/jobs/overview").path("jobs").spliterator(), false)
        .map(each -> job(each))
        .toList();
  }

  /** One job, or empty if the cluster does not know it. */
  public Optional<Job> job(String id) throws IOException {
    try {
      return Optional.of(job(get("/jobs/" + id)));
    } catch (FlinkRestException e) {
      if (e.status() == 404) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static Job job(JsonNode node) {
    return new Job(
        node.path("jid").asText(),
        node.path("name").asText(),
        Job.State.valueOf(node.path("state").asText()));
  }

  /** Why the job last failed or restarted: Flink's exception with its causes; empty if never. */
  public Optional<String> lastException(String id) throws IOException {
    JsonNode entries = get("/jobs/" + id + "/exceptions").path("exceptionHistory").path("entries");
    return entries.isEmpty()
        ? Optional.empty()
        : Optional.of(StackTraces.causes(entries.get(0).path("stacktrace").asText()));
  }

  /** How many checkpoints the job has completed since it was submitted. */
  public long completedCheckpoints(String id) throws IOException {
    return get("/jobs/" + id + "/checkpoints").path("counts").path("completed").asLong();
  }

  /** How many of the job's tasks run, and how many it has. */
  public TaskCounts tasks(String id) throws IOException {
    JsonNode counts = get("/jobs/" + id).path("status-counts");
    int all = 0;
    for (JsonNode count : counts) {
      all += count.asInt();
    }
    return new TaskCounts(counts.path("RUNNING").asInt(), counts.path("FINISHED").asInt(), all);
  }

  /** Ends the job at once. Returns before it has ended. */
  public void cancel(String id) throws IOException {
    send(request("/jobs/" + id).method("PATCH", BodyPublishers.noBody()));
  }

  /** Ends the job with a savepoint and returns the savepoint's path. */
  public String stopWithSavepoint(String id, Duration patience) throws IOException {
    ObjectNode body = JSON.createObjectNode().put("drain", false);
    String trigger = post("/jobs/" + id + "/stop", body).path("request-id").asText();
    long deadline = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < deadline) {
      JsonNode answer = get("/jobs/" + id + "/savepoints/" + trigger);
      if (answer.path("status").path("id").asText().equals("COMPLETED")) {
        JsonNode operation = answer.path("operation");
        if (operation.has("failure-cause")) {
          String trace = operation.path("failure-cause").path("stack-trace").asText();
          throw new FlinkRestException(500, StackTraces.causes(trace));
        }
        return operation.path("location").asText();
      }
      pause();
    }
    throw new FlinkRestException(504, "no savepoint of job " + id + " after " + patience);
  }

  private static void pause() throws InterruptedIOException {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for Flink");
    }
  }

  private JsonNode get(String path) throws IOException {
    return send(request(path).GET());
  }

  private JsonNode post(String path, JsonNode body) throws IOException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
  }

  private JsonNode send(HttpRequest.Builder request) throws IOException {
    HttpResponse<byte[]> response;
    try {
      response = http.send(request.build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while asking Flink at " + base);
    }
    if (response.statusCode() >= 400) {
      throw new FlinkRestException(response.statusCode(), errors(response.body()));
    }
    return response.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(response.body());
  }

  private static String errors(byte[] body) throws IOException {
    JsonNode errors = JSON.readTree(body).path("errors");
    if (errors.isEmpty()) {
      return "Flink refused the request";
    }
    return StackTraces.causes(errors.get(errors.size() - 1).asText());
  }
}
