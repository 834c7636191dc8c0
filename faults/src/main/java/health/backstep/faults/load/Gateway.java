package health.backstep.faults.load;

import health.backstep.stack.platform.ServiceName;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The way to the services: each sending of a request goes to one instance and into the journal. */
final class Gateway {

  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);

  /** Longer than a service may take to tell that its database is away, which is about 10 s. */
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(12);

  /** What a proxy in between says when no service answered it: as good as no answer. */
  private static final Set<Integer> OF_A_PROXY = Set.of(502, 504);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_WITHIN)
          .build();
  private final Map<String, String> tokens = new ConcurrentHashMap<>();
  private final Function<ServiceName, List<URI>> instances;
  private final UnaryOperator<String> token;
  private final Journal journal;
  private final Clock clock;

  /**
   * @param instances where each service is reached
   * @param token a bearer token for a tenant
   */
  Gateway(
      Function<ServiceName, List<URI>> instances,
      UnaryOperator<String> token,
      Journal journal,
      Clock clock) {
    this.instances = instances;
    this.token = token;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Sends a request once.
   *
   * @param instance any number; it is taken modulo the instances of the service
   * @return empty when no answer came, so that nobody knows whether it happened
   */
  Optional<Attempt.Answer> send(Ask ask, int instance) {
    Instant begun = clock.instant();
    Optional<Attempt.Answer> answer = answer(request(ask, instance));
    journal.note(
        new Attempt(
            ask.tenant(),
            ask.patientId(),
            ask.service(),
            ask.operation(),
            ask.key(),
            ask.body(),
            begun,
            Duration.between(begun, clock.instant()),
            answer));
    return answer;
  }

  private HttpRequest request(Ask ask, int instance) {
    List<URI> urls = instances.apply(ask.service());
    URI url = urls.get(Math.floorMod(instance, urls.size()));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url.resolve(ask.path()))
            .timeout(ANSWER_WITHIN)
            .header("Authorization", "Bearer " + tokens.computeIfAbsent(ask.tenant(), token))
            .method(
                ask.method(),
                ask.body().isEmpty()
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(ask.body()));
    if (!ask.key().isEmpty()) {
      request.header("Idempotency-Key", ask.key()).header("Content-Type", "application/json");
    }
    ask.ifMatch().ifPresent(etag -> request.header("If-Match", etag));
    return request.build();
  }

  private Optional<Attempt.Answer> answer(HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      if (OF_A_PROXY.contains(response.statusCode())) {
        return Optional.empty();
      }
      return Optional.of(
          new Attempt.Answer(
              response.statusCode(),
              response.body(),
              response.headers().firstValue("ETag"),
              response.headers().firstValue("Retry-After").map(Integer::valueOf)));
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
