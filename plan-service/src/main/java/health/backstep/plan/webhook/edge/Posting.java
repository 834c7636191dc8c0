package health.backstep.plan.webhook.edge;

import health.backstep.plan.webhook.Attempt;
import health.backstep.plan.webhook.Outcome;
import health.backstep.plan.webhook.Target;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Posts to one address, whatever the name of the host has come to stand for since that was checked.
 * Certificate and Host header go by the name. Of the answer only its head counts. No redirect is
 * followed, no connection used twice.
 */
final class Posting implements AutoCloseable {

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
    RequestOptions options = options(target, address, within);
    Exchange exchange = new Exchange(vertx, client, options, headers, body, within, clock);
    try {
      return exchange.begin().get(within.toMillis(), TimeUnit.MILLISECONDS);
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
}
