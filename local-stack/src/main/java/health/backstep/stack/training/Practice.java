package health.backstep.stack.training;

import health.backstep.stack.LocalStack;
import health.backstep.stack.demo.Api;
import health.backstep.stack.demo.Forms;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.platform.StackFailure;
import health.backstep.stack.secret.Scopes;
import health.backstep.stack.secret.TokenRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * The same calls for each service, some answered and some refused. What the answers are does not
 * matter, only that the service has to work for them.
 */
record Practice(URI service, String token) {

  private static final int ROUNDS = 20;
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final List<String> PATHS =
      List.of(
          "/q/health/ready",
          "/q/metrics",
          "/v1/audit",
          "/v1/rules",
          "/v1/changes",
          "/v1/patients/00000000-0000-7000-8000-000000000000/plan");
  private static final byte[] PATIENT = Api.bytes(Forms.patient(1980, 15, 3));
  private static final byte[] NO_PATIENT = "{\"none\":1}".getBytes(StandardCharsets.UTF_8);

  static Practice with(LocalStack ground, ServiceName service) {
    TokenRequest request =
        new TokenRequest("training", Scopes.all(), "training", Duration.ofHours(1));
    return new Practice(ground.url(service), ground.tokens().issue(request));
  }

  void run() {
    try (HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build()) {
      for (int round = 0; round < ROUNDS; round++) {
        for (String path : PATHS) {
          http.send(request("GET", path, BodyPublishers.noBody()), BodyHandlers.discarding());
        }
        for (byte[] body : List.of(PATIENT, NO_PATIENT)) {
          http.send(
              request("POST", "/v1/patients", BodyPublishers.ofByteArray(body)),
              BodyHandlers.discarding());
        }
      }
    } catch (IOException e) {
      throw new StackFailure(
          "The service at %s stopped answering in its training: %s. Its log tells why."
              .formatted(service, e.getMessage()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Stopped while training.", e);
    }
  }

  private HttpRequest request(String method, String path, BodyPublisher body) {
    return HttpRequest.newBuilder(service.resolve(path))
        .timeout(LIMIT)
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .method(method, body)
        .build();
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "Practice[" + service + "]";
  }
}
