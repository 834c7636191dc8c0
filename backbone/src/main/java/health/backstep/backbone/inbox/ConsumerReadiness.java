package health.backstep.backbone.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready when the consumer has ended or hangs; ready when Kafka is merely away. */
@Readiness
@ApplicationScoped
public class ConsumerReadiness implements HealthCheck {

  private final ConsumerPulse pulse;

  ConsumerReadiness(ConsumerPulse pulse) {
    this.pulse = pulse;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("consumer")
        .status(pulse.isRegular())
        .withData("secondsSinceLastRound", pulse.silence().toSeconds())
        .build();
  }
}
