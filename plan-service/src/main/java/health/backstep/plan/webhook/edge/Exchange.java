package health.backstep.plan.webhook.edge;

import health.backstep.plan.webhook.Attempt;
import health.backstep.plan.webhook.Outcome;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.net.ConnectException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * One request and the head of its answer, on an event loop. What follows the head is let in up to a
 * bound and thrown away.
 *
 * @param within after this the connection is gone, whatever happens
 */
record Exchange(
    Vertx vertx,
    HttpClient client,
    RequestOptions options,
    Map<String, String> headers,
    byte[] body,
    Duration within,
    Clock clock) {

  private static final int MOST_ANSWER_BYTES = 16 * 1024;

  /**
   * Begins on the event loop, so that nothing of the answer has passed before it is listened to.
   */
  CompletableFuture<Attempt> begin() {
    CompletableFuture<Attempt> result = new CompletableFuture<>();
    vertx.runOnContext(_ -> begin(result));
    return result;
  }

  private void begin(CompletableFuture<Attempt> result) {
    try {
      client
          .request(options)
          .compose(this::send)
          .onSuccess(answer -> result.complete(read(answer)))
          .onFailure(failure -> result.complete(Attempt.failed(outcome(failure))));
    } catch (RuntimeException e) {
      result.completeExceptionally(e);
    }
  }

  private Future<HttpClientResponse> send(HttpClientRequest request) {
    long end = vertx.setTimer(within.toMillis(), _ -> request.connection().close());
    request.connection().closeHandler(_ -> vertx.cancelTimer(end));
    request.putHeader("content-type", "application/json");
    request.putHeader("user-agent", "Backstep-Webhooks/1");
    headers.forEach(request::putHeader);
    return request.send(Buffer.buffer(body));
  }

  private Attempt read(HttpClientResponse answer) {
    int[] read = {0};
    answer.exceptionHandler(_ -> {});
    answer.handler(
        part -> {
          read[0] += part.length();
          if (read[0] > MOST_ANSWER_BYTES) {
            answer.request().connection().close();
          }
        });
    return Attempt.answered(
        answer.statusCode(), Optional.ofNullable(answer.getHeader("retry-after")), clock.instant());
  }

  private static Outcome outcome(Throwable failure) {
    return switch (failure) {
      case SSLException _ -> Outcome.NOT_TRUSTED;
      case ConnectException _ -> Outcome.NOT_CONNECTED;
      case TimeoutException _ -> Outcome.TIMED_OUT;
      case IllegalArgumentException _ -> Outcome.RECEIVER_FAILED;
      default -> Outcome.BROKEN_OFF;
    };
  }
}
