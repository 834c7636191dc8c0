package health.backstep.backbone.access;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Consumer;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * One of a partner's programs, as a valid token names it.
 *
 * @param tenant the partner
 * @param subject the program
 */
public record Client(String tenant, String subject) {

  /**
   * Goes on with the client that calls. A call without a valid token goes on by itself: it is
   * refused where all such calls are.
   */
  public static void of(RoutingContext call, Consumer<Client> then) {
    token(call, token -> then.accept(of(token)));
  }

  /** Goes on with the valid token of the call, and without one by itself. */
  public static void token(RoutingContext call, Consumer<JsonWebToken> then) {
    QuarkusHttpUser.getSecurityIdentity(call, null)
        .subscribe()
        .with(
            identity -> {
              if (identity.getPrincipal() instanceof JsonWebToken token) {
                then.accept(token);
              } else {
                call.next();
              }
            },
            invalidToken -> call.next());
  }

  private static Client of(JsonWebToken token) {
    return new Client(
        String.valueOf(token.<Object>getClaim("tenant")), String.valueOf(token.getSubject()));
  }
}
