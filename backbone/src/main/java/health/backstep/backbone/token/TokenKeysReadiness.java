package health.backstep.backbone.token;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
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
    return HealthCheckResponse.named("token-keys")
        .status(known > 0)
        .withData("known", known)
        .build();
  }
}
