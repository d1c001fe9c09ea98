package io.mysimbdp.local.endtoend.stack;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What Flink says about its jobs.
 *
 * @param url of the REST API
 */
public record FlinkJobs(String url) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration METRICS_WITHIN = Duration.ofMinutes(1);

  /** The ids of the running jobs whose name ends so. */
  public List<String> running(String nameEnd) {
    List<String> ids = new ArrayList<>();
    for (JsonNode job : get("/jobs/overview").path("jobs")) {
      if (job.path("name").asText().endsWith(nameEnd)
          && job.path("state").asText().equals("RUNNING")) {
        ids.add(job.path("jid").asText());
      }
    }
    return ids;
  }

  /** The ids of the jobs, whatever became of them, whose name begins so. */
  public List<String> ids(String nameStart) {
    List<String> ids = new ArrayList<>();
    for (JsonNode job : get("/jobs/overview").path("jobs")) {
      if (job.path("name").asText().startsWith(nameStart)) {
        ids.add(job.path("jid").asText());
      }
    }
    return ids;
  }

  /** Whether there is a JobManager that knows its jobs. */
  public boolean answers() {
    return get("/jobs/overview").has("jobs");
  }

  /** Whether a job with this in its name is at work. */
  public boolean anyRunning(String namePart) {
    for (JsonNode job : get("/jobs/overview").path("jobs")) {
      if (job.path("name").asText().contains(namePart)
          && job.path("state").asText().equals("RUNNING")) {
        return true;
      }
    }
    return false;
  }

  /** How many TaskManagers the JobManager counts on. */
  public int taskManagers() {
    return get("/taskmanagers").path("taskmanagers").size();
  }

  /** The ids of the TaskManagers in which a job's tasks run, in order. */
  public List<String> taskManagers(String job) {
    Set<String> ids = new TreeSet<>();
    for (JsonNode vertex : get("/jobs/" + job).path("vertices")) {
      String path = "/jobs/" + job + "/vertices/" + vertex.path("id").asText();
      for (JsonNode subtask : get(path).path("subtasks")) {
        if (subtask.path("status").asText().equals("RUNNING")) {
          ids.add(subtask.path("taskmanager-id").asText());
        }
      }
    }
    return List.copyOf(ids);
  }

  /** How many checkpoints a job has completed under the JobManager that runs now. */
  public long checkpoints(String job) {
    return get("/jobs/" + job + "/checkpoints").path("counts").path("completed").asLong();
  }

  /** How many records a job's tasks have passed on to others under the JobManager that runs now. */
  public long recordsPassedOn(String job) {
    long count = 0;
    for (JsonNode vertex : get("/jobs/" + job).path("vertices")) {
      count += vertex.path("metrics").path("write-records").asLong();
    }
    return count;
  }

  /**
   * The newest completed checkpoint of a job.
   *
   * @param triggered when it began, milliseconds since the epoch
   * @param acknowledged when the last task had done its part, milliseconds since the epoch
   */
  public record Checkpoint(long triggered, long acknowledged) {}

  /** The newest completed checkpoint of a job, savepoints aside; none if there is none. */
  public Optional<Checkpoint> newestCheckpoint(String job) {
    JsonNode newest = get("/jobs/" + job + "/checkpoints").path("latest").path("completed");
    return newest.hasNonNull("trigger_timestamp")
        ? Optional.of(
            new Checkpoint(
                newest.path("trigger_timestamp").asLong(),
                newest.path("latest_ack_timestamp").asLong()))
        : Optional.empty();
  }

  /** The checkpoint of a job that is under way; none if there is none. */
  public Optional<CheckpointUnderWay> checkpointUnderWay(String job) {
    for (JsonNode checkpoint : get("/jobs/" + job + "/checkpoints").path("history")) {
      if (checkpoint.path("status").asText().equals("IN_PROGRESS")) {
        return Optional.of(
            new CheckpointUnderWay(
                checkpoint.path("id").asLong(), checkpoint.path("trigger_timestamp").asLong()));
      }
    }
    return Optional.empty();
  }

  /**
   * A checkpoint that has begun and not ended.
   *
   * @param triggered when it began, milliseconds since the epoch
   */
  public record CheckpointUnderWay(long id, long triggered) {}

  /** What became of a checkpoint: {@code COMPLETED}, {@code FAILED}; empty if Flink forgot it. */
  public String checkpointStatus(String job, long id) {
    return get("/jobs/" + job + "/checkpoints/details/" + id).path("status").asText();
  }

  /** How often a job was restored from a checkpoint under the JobManager that runs now. */
  public long restored(String job) {
    return get("/jobs/" + job + "/checkpoints").path("counts").path("restored").asLong();
  }

  /** What a job was restored from last, as a path; empty if it began with nothing. */
  public Optional<String> restoredFrom(String job) {
    JsonNode from = get("/jobs/" + job + "/checkpoints").path("latest").path("restored");
    return from.hasNonNull("id")
        ? Optional.of(from.path("external_path").asText())
        : Optional.empty();
  }

  /** The names that more than one job has that has not ended. */
  public Set<String> underWayTwice() {
    Set<String> seen = new TreeSet<>();
    Set<String> twice = new TreeSet<>();
    for (JsonNode job : get("/jobs/overview").path("jobs")) {
      if (job.path("end-time").asLong() <= 0 && !seen.add(job.path("name").asText())) {
        twice.add(job.path("name").asText());
      }
    }
    return twice;
  }

  /** The sum over all subtasks of a job's counters whose full name ends so. */
  public long counter(String job, String nameEnd) {
    double sum = 0;
    for (JsonNode vertex : get("/jobs/" + job).path("vertices")) {
      String metrics =
          "/jobs/%s/vertices/%s/subtasks/metrics".formatted(job, vertex.path("id").asText());
      for (JsonNode metric : get(metrics)) {
        String id = metric.path("id").asText();
        if (id.endsWith(nameEnd)) {
          String query = "?agg=sum&get=" + URLEncoder.encode(id, StandardCharsets.UTF_8);
          sum += get(metrics + query).path(0).path("sum").asDouble();
        }
      }
    }
    return Math.round(sum);
  }

  /** How often a job was started again, from a checkpoint or not, under this JobManager. */
  public long restarts(String job) {
    // Who asks first makes Flink fetch its metrics, and gets none yet.
    return await()
        .atMost(METRICS_WITHIN)
        .until(() -> get("/jobs/" + job + "/metrics?get=numRestarts"), found -> found.has(0))
        .path(0)
        .path("value")
        .asLong();
  }

  /**
   * When a job ended, milliseconds since the epoch; empty if it has not.
   *
   * @param name in full
   * @throws IllegalStateException if Flink does not know it now
   */
  public Optional<Long> endOf(String name) {
    for (JsonNode job : get("/jobs/overview").path("jobs")) {
      if (job.path("name").asText().equals(name)) {
        return Optional.of(job.path("end-time").asLong()).filter(end -> end > 0);
      }
    }
    throw new IllegalStateException("Flink does not know " + name);
  }

  /** How many jobs, whatever became of them, have a name that begins so. */
  public long named(String nameStart) {
    long count = 0;
    for (JsonNode job : get("/jobs/overview").path("jobs")) {
      count += job.path("name").asText().startsWith(nameStart) ? 1 : 0;
    }
    return count;
  }

  /** A job, whatever has become of it. */
  public record Named(String id, String name) {}

  /**
   * The jobs that Flink knows and that began since then.
   *
   * @param instant milliseconds since the epoch
   */
  public List<Named> begunSince(long instant) {
    List<Named> jobs = new ArrayList<>();
    for (JsonNode job : get("/jobs/overview").path("jobs")) {
      if (job.path("start-time").asLong() >= instant) {
        jobs.add(new Named(job.path("jid").asText(), job.path("name").asText()));
      }
    }
    return jobs;
  }

  /**
   * When a job ran.
   *
   * @param from milliseconds since the epoch
   * @param to milliseconds since the epoch
   */
  public record Ran(long from, long to) {}

  /** When the jobs ran whose name begins so and that have ended, in order. */
  public List<Ran> ended(String nameStart) {
    List<Ran> ended = new ArrayList<>();
    for (JsonNode job : get("/jobs/overview").path("jobs")) {
      if (job.path("name").asText().startsWith(nameStart) && job.path("end-time").asLong() > 0) {
        ended.add(new Ran(job.path("start-time").asLong(), job.path("end-time").asLong()));
      }
    }
    ended.sort(Comparator.comparingLong(Ran::from));
    return ended;
  }

  /** Ends the running jobs whose name begins so. */
  public void cancelAll(String nameStart) {
    for (JsonNode job : get("/jobs/overview").path("jobs")) {
      if (job.path("name").asText().startsWith(nameStart)
          && job.path("state").asText().equals("RUNNING")) {
        send(
            HttpRequest.newBuilder(URI.create(url + "/jobs/" + job.path("jid").asText()))
                .method("PATCH", HttpRequest.BodyPublishers.noBody())
                .build());
      }
    }
  }

  /** What the REST API answers; an empty object if it does not. */
  public JsonNode get(String path) {
    return send(HttpRequest.newBuilder(URI.create(url + path)).build());
  }

  private static JsonNode send(HttpRequest request) {
    try {
      return JSON.readTree(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
    } catch (IOException e) {
      return JSON.createObjectNode(); // not there at the moment
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
