package io.mysimbdp.batch.flink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Requests to Flink with JSON answers, and Flink's errors as exceptions. */
final class FlinkHttp {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A JobManager that has started, but does not lead yet, answers so. */
  private static final int UNAVAILABLE = 503;

  private static final Duration CONNECT = Duration.ofSeconds(5);

  /** Running a jar returns only after its main method has made the job graph. */
  private static final Duration ANSWER = Duration.ofMinutes(3);

  private final URI address;
  private final HttpClient client;

  FlinkHttp(URI address) {
    this.address = address;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
  }

  JsonNode get(String path) {
    return send("GET", path, BodyPublishers.noBody(), null);
  }

  /** Like {@link #get}; empty where Flink answers that there is no such thing. */
  Optional<JsonNode> find(String path) {
    HttpResponse<String> response = exchange("GET", path, BodyPublishers.noBody(), null);
    return response.statusCode() == 404
        ? Optional.empty()
        : Optional.of(answer("GET " + path, response));
  }

  JsonNode post(String path, JsonNode body) {
    return send("POST", path, BodyPublishers.ofString(body.toString()), "application/json");
  }

  JsonNode send(String method, String path, BodyPublisher body, String contentType) {
    return answer(method + " " + path, exchange(method, path, body, contentType));
  }

  private HttpResponse<String> exchange(
      String method, String path, BodyPublisher body, String contentType) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve(path)).timeout(ANSWER).method(method, body);
    if (contentType != null) {
      request.header("Content-Type", contentType);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new FlinkException(
          FlinkException.Kind.UNREACHABLE,
          "Flink does not answer at %s (%s). Is it running, and is the address right?"
              .formatted(address, e.getMessage() == null ? e.toString() : e.getMessage()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FlinkException(
          FlinkException.Kind.UNREACHABLE, "interrupted while waiting for Flink", e);
    }
  }

  private static JsonNode answer(String request, HttpResponse<String> response) {
    JsonNode body;
    try {
      String text = response.body();
      body = text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
    } catch (IOException e) {
      body = MissingNode.getInstance();
    }
    if (response.statusCode() >= 200 && response.statusCode() < 300) {
      return body;
    }
    StringBuilder errors = new StringBuilder();
    body.path("errors").forEach(error -> errors.append(error.asText()).append('\n'));
    throw new FlinkException(
        kind(response.statusCode(), errors.toString()),
        "Flink refused %s (HTTP %d): %s"
            .formatted(request, response.statusCode(), RootCause.of(errors.toString())),
        null);
  }

  /** What an answer that is none means. */
  static FlinkException.Kind kind(int status, String errors) {
    if (status == UNAVAILABLE) {
      return FlinkException.Kind.UNREACHABLE;
    }
    return errors.contains("DuplicateJobSubmissionException")
        ? FlinkException.Kind.DUPLICATE_JOB
        : FlinkException.Kind.REFUSED;
  }
}
