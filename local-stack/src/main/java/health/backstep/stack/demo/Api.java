package health.backstep.stack.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import health.backstep.stack.platform.ServiceName;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** The REST interfaces of the services, with one token. */
public final class Api {

  /** What a service answered. */
  public record Answer(int status, JsonNode body) {}

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(LIMIT).build();
  private final Map<ServiceName, URI> urls;
  private final String token;

  public Api(Map<ServiceName, URI> urls, String token) {
    this.urls = Map.copyOf(urls);
    this.token = token;
  }

  /**
   * Makes something new.
   *
   * @throws ApiFailure when the answer is not 2xx
   */
  public JsonNode post(ServiceName service, String path, JsonNode body) {
    return accepted("POST", service, path, BodyPublishers.ofByteArray(bytes(body))).body();
  }

  /** Sets something; see {@link #post}. */
  public JsonNode put(ServiceName service, String path, JsonNode body) {
    return accepted("PUT", service, path, BodyPublishers.ofByteArray(bytes(body))).body();
  }

  /** Reads something; see {@link #post}. 202 says that it is not there yet. */
  public Answer get(ServiceName service, String path) {
    return accepted("GET", service, path, BodyPublishers.noBody());
  }

  /** Reads something that may be missing. */
  public Answer look(ServiceName service, String path) {
    return send("GET", service, path, BodyPublishers.noBody());
  }

  /** JSON as it goes over the wire. */
  public static byte[] bytes(JsonNode body) {
    try {
      return JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a tree is always JSON", e);
    }
  }

  private Answer accepted(
      String method, ServiceName service, String path, HttpRequest.BodyPublisher body) {
    Answer answer = send(method, service, path, body);
    if (answer.status() / 100 != 2) {
      throw ApiFailure.refused(method, service, path, answer);
    }
    return answer;
  }

  private Answer send(
      String method, ServiceName service, String path, HttpRequest.BodyPublisher body) {
    HttpRequest request =
        HttpRequest.newBuilder(urls.get(service).resolve(path))
            .timeout(LIMIT)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, body)
            .build();
    try {
      HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), json(response.body()));
    } catch (IOException e) {
      throw ApiFailure.unreachable(method, service, path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ApiFailure.unreachable(method, service, path, e);
    }
  }

  private static JsonNode json(byte[] body) throws IOException {
    return body.length == 0 ? NullNode.getInstance() : JSON.readTree(body);
  }
}
