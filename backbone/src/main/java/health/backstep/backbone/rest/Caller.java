package health.backstep.backbone.rest;

import health.backstep.backbone.problem.ProblemException;
import health.backstep.backbone.tenancy.Tenant;
import io.quarkus.security.ForbiddenException;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who calls: the partner and the client or person, as the verified token says. */
@RequestScoped
public class Caller {

  private final JsonWebToken token;

  Caller(JsonWebToken token) {
    this.token = token;
  }

  /**
   * The partner on whose behalf the call is made.
   *
   * @throws ProblemException 403 when the token names none
   */
  public Tenant tenant() {
    if (token.getClaim("tenant") instanceof String name && Tenant.isName(name)) {
      return new Tenant(name);
    }
    throw new ProblemException(403, "TENANT_MISSING", "The token names no tenant.", List.of());
  }

  /** The client or person. */
  public String subject() {
    return token.getSubject();
  }

  /**
   * For a call that gives what several scopes open: a route's rule is content with one of them.
   *
   * @throws ForbiddenException when the token lacks one
   */
  public void requireAll(String... scopes) {
    if (!token.getGroups().containsAll(Set.of(scopes))) {
      throw new ForbiddenException();
    }
  }

  /** The value of {@code Authorization}, to ask another service on the caller's behalf. */
  public String authorization() {
    return "Bearer " + token.getRawToken();
  }
}
