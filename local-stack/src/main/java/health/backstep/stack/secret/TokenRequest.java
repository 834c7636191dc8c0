package health.backstep.stack.secret;

import java.time.Duration;
import java.util.Set;

/**
 * Who may do what, for how long.
 *
 * @param tenant the partner
 * @param scopes such as {@code plans:read}
 * @param subject client or person
 * @param ttl time to live from now; negative gives a token that has run out, for tests
 */
public record TokenRequest(String tenant, Set<String> scopes, String subject, Duration ttl) {

  public TokenRequest {
    scopes = Set.copyOf(scopes);
  }
}
