package health.backstep.backbone.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Not ready once Kafka has been silent for long; a short silence costs nobody anything. */
@Readiness
@ApplicationScoped
public class KafkaReadiness implements HealthCheck {

  private final KafkaSilence silence;
  private final Duration bearable;

  KafkaReadiness(
      KafkaSilence silence, @ConfigProperty(name = "backstep.unready-after") Duration bearable) {
    this.silence = silence;
    this.bearable = bearable;
  }

  @Override
  public HealthCheckResponse call() {
    Duration lasts = silence.lasts();
    HealthCheckResponseBuilder answer =
        HealthCheckResponse.named("kafka").withData("silentSeconds", lasts.toSeconds());
    if (lasts.compareTo(bearable) <= 0) {
      return answer.up().build();
    }
    return answer
        .down()
        .withData(
            "reason", "Kafka does not answer; calls are taken, their events wait in the outbox")
        .build();
  }
}
