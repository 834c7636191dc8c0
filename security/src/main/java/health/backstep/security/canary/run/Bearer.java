package health.backstep.security.canary.run;

import health.backstep.security.canary.Kind;
import health.backstep.security.canary.Planted;
import health.backstep.stack.secret.Scopes;
import health.backstep.stack.secret.Secrets;
import health.backstep.stack.secret.TokenRequest;
import health.backstep.stack.secret.Tokens;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Who calls, and what every call of his says beside the request.
 *
 * @param token as it is sent
 */
record Bearer(String token, Map<String, String> headers) {

  static final String TENANT = "heron-canaries";

  /** A client with all scopes. */
  static Bearer app(Path secrets, Planted planted) {
    Bearer bearer = with(secrets, planted, Scopes.all(), Duration.ofHours(2));
    Map<String, String> headers = new HashMap<>(bearer.headers);
    headers.put("User-Agent", header(planted, "User-Agent"));
    headers.put("Cookie", "session=" + header(planted, "Cookie"));
    headers.put("X-Forwarded-For", header(planted, "X-Forwarded-For"));
    headers.put("X-Request-Id", header(planted, "X-Request-Id"));
    headers.put("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    headers.put("tracestate", "vendor=" + header(planted, "tracestate"));
    headers.put("baggage", "patient=" + header(planted, "baggage"));
    return new Bearer(bearer.token, Map.copyOf(headers));
  }

  /** A client with these scopes; a negative time gives one whose token has run out. */
  static Bearer with(Path secrets, Planted planted, Set<String> scopes, Duration ttl) {
    String subject = planted.plant(Kind.SUBJECT, "the token's subject");
    String token =
        new Tokens(Secrets.in(secrets)).issue(new TokenRequest(TENANT, scopes, subject, ttl));
    planted.plant(Kind.TOKEN, "the token's signature", token.replaceAll(".*\\.", ""));
    return new Bearer(token, Map.of("Authorization", "Bearer " + token));
  }

  private static String header(Planted planted, String name) {
    return planted.plant(Kind.REFUSED_HEADER, name + " of every call");
  }
}
