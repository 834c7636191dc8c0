package health.backstep.faults.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A partner's app that chooses which instance of a service it asks. */
final class App {

  /** What an instance answered. */
  record Answer(int status, JsonNode body) {}

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String token;

  App(String token) {
    this.token = token;
  }

  Answer get(Instance instance, String path) {
    return send(request(instance, path).GET());
  }

  Answer put(Instance instance, String path, JsonNode body) {
    return send(
        request(instance, path)
            .header("If-Match", "*")
            .PUT(BodyPublishers.ofString(body.toString())));
  }

  Answer post(Instance instance, String path, String key, JsonNode body) {
    return send(
        request(instance, path)
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(body.toString())));
  }

  private HttpRequest.Builder request(Instance instance, String path) {
    return HttpRequest.newBuilder(instance.url().resolve(path))
        .timeout(LIMIT)
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json");
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
    } catch (IOException e) {
      throw new IllegalStateException("no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
