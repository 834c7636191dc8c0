package health.backstep.backbone.testing;

import static io.restassured.RestAssured.given;

import health.backstep.stack.secret.Scopes;
import health.backstep.stack.secret.TokenRequest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Set;

/**
 * A partner app with a real signed token.
 *
 * @param tenant whose patients it may see
 */
public record Partner(String tenant) {

  private static final Duration VALID = Duration.ofHours(1);

  /** A request with all scopes. */
  public RequestSpecification request() {
    return with(Scopes.all());
  }

  /** A request with these scopes only. */
  public RequestSpecification with(Set<String> scopes) {
    return given().contentType(ContentType.JSON).auth().oauth2(token(scopes, VALID));
  }

  /** A request with these scopes only. */
  public RequestSpecification with(String... scopes) {
    return with(Set.of(scopes));
  }

  /** A token, expired when the time is negative. */
  public String token(Set<String> scopes, Duration ttl) {
    return StackResource.stack()
        .tokens()
        .issue(new TokenRequest(tenant, scopes, "partner-app", ttl));
  }
}
