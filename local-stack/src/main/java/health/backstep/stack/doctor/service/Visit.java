package health.backstep.stack.doctor.service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Asks a service as a stranger does. Nothing secret goes out, so that it asks also where the
 * certificate is not to be trusted: that is told as a finding of its own.
 */
final class Visit implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(4);
  private static final long LARGEST = 4L << 20;

  private final Clock clock;
  private final HttpClient client;

  Visit(ShownCertificates certificates, Clock clock) {
    this.clock = clock;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(LIMIT)
            .sslContext(certificates.context())
            .build();
  }

  Answer get(URI address) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(LIMIT).build();
    Instant before = clock.instant();
    HttpResponse<String> answer =
        client.send(
            request, BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), LARGEST));
    return new Answer(
        answer.statusCode(),
        answer.body(),
        answer.headers().firstValue("Date"),
        before,
        clock.instant());
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
