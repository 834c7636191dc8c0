package health.backstep.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.function.Supplier;

/** Ways to a service. Every call carries the token that is valid at its time. */
public final class Access {

  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);

  private Access() {}

  /**
   * What the calls of one service go through, to be handed to the constructors of its {@code
   * ...Api} classes.
   *
   * @param service for example {@code http://127.0.0.1:8081}
   * @param token gives a token that is valid now; it is asked before every call
   */
  public static ApiClient to(URI service, Supplier<String> token) {
    ApiClient client = new ApiClient();
    client.setHttpClientBuilder(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1));
    client.updateBaseUri(service.toString());
    client.setReadTimeout(LONGEST_ANSWER);
    client.setRequestInterceptor(
        request -> request.header("Authorization", "Bearer " + token.get()));
    return client;
  }
}
