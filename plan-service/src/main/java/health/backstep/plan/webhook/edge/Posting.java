package health.backstep.plan.webhook.edge;

import health.backstep.plan.webhook.Attempt;
import health.backstep.plan.webhook.Outcome;
import health.backstep.plan.webhook.Target;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.ConnectException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Posts to one address, whatever the name of the host has come to stand for since that was checked.
 * Certificate and Host header go by the name. Of the answer only its head counts; what follows is
 * let in up to a bound and thrown away. No redirect is followed, no connection used twice.
 */
final class Posting implements AutoCloseable {

  private static final int MOST_ANSWER_BYTES = 16 * 1024;
  private static final int MOST_CONNECTIONS = 512;

  private final Vertx vertx;
  private final HttpClient client;
  private final Clock clock;

  /**
   * @param vertx see {@link #silentVertx}
   */
  Posting(Vertx vertx, HttpClientOptions options, Clock clock) {
    this.vertx = vertx;
    this.client =
        vertx.createHttpClient(
            options.setKeepAlive(false).setDecompressionSupported(false),
            new PoolOptions().setHttp1MaxSize(MOST_CONNECTIONS));
    this.clock = clock;
  }

  /** An event loop for calls: the service's own would tell metrics and spans of hosts and paths. */
  static Vertx silentVertx() {
    return Vertx.vertx(
        new VertxOptions()
            .setEventLoopPoolSize(1)
            .setWorkerPoolSize(1)
            .setFileSystemOptions(
                new FileSystemOptions()
                    .setFileCachingEnabled(false)
                    .setClassPathResolvingEnabled(false)));
  }

  /** Sends and waits for the head of the answer, for no longer than this. */
  Attempt post(
      Target target,
      InetAddress address,
      Map<String, String> headers,
      byte[] body,
      Duration within) {
    CompletableFuture<Attempt> result = new CompletableFuture<>();
    RequestOptions options = options(target, address, within);
    vertx.runOnContext(_ -> begin(options, headers, body, within, result));
    try {
      return result.get(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return Attempt.failed(Outcome.TIMED_OUT);
    } catch (ExecutionException e) {
      throw new IllegalStateException("an attempt has no outcome", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Attempt.failed(Outcome.BROKEN_OFF);
    }
  }

  @Override
  public void close() {
    client.close();
  }

  private static RequestOptions options(Target target, InetAddress address, Duration within) {
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setServer(SocketAddress.inetSocketAddress(target.port(), address.getHostAddress()))
        .setHost(target.host())
        .setPort(target.port())
        .setSsl(target.encrypted())
        .setURI(target.pathAndQuery())
        .setTimeout(within.toMillis())
        .setFollowRedirects(false);
  }

  /** On the event loop, so that nothing of the answer has passed before it is listened to. */
  private void begin(
      RequestOptions options,
      Map<String, String> headers,
      byte[] body,
      Duration within,
      CompletableFuture<Attempt> result) {
    try {
      client
          .request(options)
          .compose(request -> send(request, headers, body, within))
          .onSuccess(answer -> result.complete(read(answer)))
          .onFailure(failure -> result.complete(Attempt.failed(outcome(failure))));
    } catch (RuntimeException e) {
      result.completeExceptionally(e);
    }
  }

  /** Whatever happens, the connection is gone when the time is over. */
  private io.vertx.core.Future<HttpClientResponse> send(
      HttpClientRequest request, Map<String, String> headers, byte[] body, Duration within) {
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
