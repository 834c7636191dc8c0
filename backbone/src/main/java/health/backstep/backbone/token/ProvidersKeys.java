package health.backstep.backbone.token;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/**
 * Keys at an address of the identity provider's. It is asked nothing else, and followed nowhere.
 */
final class ProvidersKeys implements PublishedKeys {

  private static final int OK = 200;
  private static final long LARGEST = 256 * 1024;

  private final HttpClient client;
  private final HttpRequest request;
  private final Duration answerWithin;

  ProvidersKeys(URI address, SSLContext trust, Duration answerWithin) {
    this.client =
        HttpClient.newBuilder()
            .sslContext(trust)
            .connectTimeout(answerWithin)
            .followRedirects(Redirect.NEVER)
            .build();
    this.request =
        HttpRequest.newBuilder(address)
            .timeout(answerWithin)
            .header("Accept", "application/jwk-set+json, application/json")
            .build();
    this.answerWithin = answerWithin;
  }

  /**
   * Keys that come without encryption can be changed by whoever is on the way.
   *
   * @throws IllegalStateException when they would come so from another machine
   */
  static URI requireSafe(URI address) {
    if (!"https".equals(address.getScheme()) && !isOnThisMachine(address.getHost())) {
      throw new IllegalStateException(
          "backstep.token-keys.location (BACKSTEP_JWKS) must begin with https: keys that come"
              + " without encryption can be changed on their way");
    }
    return address;
  }

  @Override
  public String read() throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<String>> asked =
        client.sendAsync(
            request, BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), LARGEST));
    HttpResponse<String> answer = inTime(asked);
    if (answer.statusCode() != OK) {
      throw new IOException("the identity provider answers " + answer.statusCode());
    }
    return answer.body();
  }

  /** The request's own limit ends with the head of the answer; a body may come never. */
  private HttpResponse<String> inTime(CompletableFuture<HttpResponse<String>> asked)
      throws IOException, InterruptedException {
    try {
      return asked.get(answerWithin.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new HttpTimeoutException("the identity provider does not end its answer");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
    } finally {
      asked.cancel(true);
    }
  }

  private static boolean isOnThisMachine(String host) {
    try {
      return host != null && InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
