package health.backstep.backbone.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
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
    Duration age = state.age();
    HealthCheckResponseBuilder answer =
        HealthCheckResponse.named("outbox").withData("oldestUnsentSeconds", age.toSeconds());
    if (age.compareTo(config.unreadyAfter()) <= 0) {
      return answer.up().build();
    }
    return answer.down().withData("reason", "Kafka does not take the events that wait").build();
  }
}
