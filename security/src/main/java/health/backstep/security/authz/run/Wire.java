package health.backstep.security.authz.run;

import health.backstep.stack.process.Pause;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Sends requests just as they are written and reads what comes back. */
public final class Wire {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int MOMENT_MILLIS = 2_000;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /**
   * @throws IllegalStateException when there is no answer
   */
  public Reply send(Ask ask) {
    BodyPublisher body =
        ask.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(ask.body());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(ask.address()).timeout(LIMIT).method(ask.method(), body);
    ask.headers().forEach(request::header);
    try {
      HttpResponse<InputStream> answer = http.send(request.build(), BodyHandlers.ofInputStream());
      return new Reply(answer.statusCode(), answer.headers().map(), read(answer));
    } catch (IOException e) {
      throw new IllegalStateException("no answer to " + ask.method() + " " + ask.address(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static String read(HttpResponse<InputStream> answer) throws IOException {
    boolean endless =
        answer.headers().firstValue("content-type").orElse("").startsWith("text/event-stream");
    try (InputStream in = answer.body()) {
      return endless ? aMomentOf(in) : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String aMomentOf(InputStream in) {
    Thread.ofVirtual().start(() -> closeSoon(in));
    ByteArrayOutputStream came = new ByteArrayOutputStream();
    try {
      in.transferTo(came);
    } catch (IOException closed) {
      return came.toString(StandardCharsets.UTF_8);
    }
    return came.toString(StandardCharsets.UTF_8);
  }

  private static void closeSoon(InputStream in) {
    Pause.of(MOMENT_MILLIS);
    try {
      in.close();
    } catch (IOException e) {
      throw new IllegalStateException("a stream cannot be closed", e);
    }
  }
}
