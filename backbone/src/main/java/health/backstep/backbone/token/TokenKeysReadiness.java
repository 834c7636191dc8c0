package health.backstep.backbone.token;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while no key is known by which any token could count. */
@Readiness
@ApplicationScoped
public class TokenKeysReadiness implements HealthCheck {

  private final TokenKeysWatch watch;

  TokenKeysReadiness(TokenKeysWatch watch) {
    this.watch = watch;
  }

  @Override
  public HealthCheckResponse call() {
    int known = watch.keys().current().size();
    HealthCheckResponseBuilder answer =
        HealthCheckResponse.named("token-keys").withData("known", known);
    if (known > 0) {
      return answer.up().build();
    }
    return answer
        .down()
        .withData("reason", "no key of the identity provider is known; no token can be checked")
        .build();
  }
}
