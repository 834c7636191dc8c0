package health.backstep.backbone.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
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
    HealthCheckResponseBuilder answer =
        HealthCheckResponse.named("consumer")
            .withData("secondsSinceLastRound", pulse.silence().toSeconds());
    if (pulse.isRegular()) {
      return answer.up().build();
    }
    return answer
        .down()
        .withData("reason", "the consumer hangs or has ended; start this instance again")
        .build();
  }
}
