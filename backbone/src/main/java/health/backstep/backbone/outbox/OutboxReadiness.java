package health.backstep.backbone.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while events have waited for Kafka longer than the limit. */
@Readiness
@ApplicationScoped
public class OutboxReadiness implements HealthCheck {

  private final OutboxState state;
  private final RelayConfig config;

  OutboxReadiness(OutboxState state, RelayConfig config) {
    this.state = state;
    this.config = config;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("outbox")
        .status(state.age().compareTo(config.unreadyAfter()) <= 0)
        .withData("oldestUnsentSeconds", state.age().toSeconds())
        .build();
  }
}
