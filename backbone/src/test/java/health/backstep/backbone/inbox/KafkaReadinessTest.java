package health.backstep.backbone.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

/** A short silence of Kafka is borne, a long one is told with its reason. */
class KafkaReadinessTest {

  private static final Duration BEARABLE = Duration.ofSeconds(30);

  private final AtomicLong nanos = new AtomicLong();
  private final KafkaSilence silence = new KafkaSilence(nanos::get);
  private final KafkaReadiness readiness = new KafkaReadiness(silence, BEARABLE);

  @Test
  void aBrokerThatStartsAgainMakesNobodyUnready() {
    silence.begin();
    nanos.addAndGet(BEARABLE.toNanos());

    assertThat(readiness.call().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void aLongSilenceIsToldAndEndsWithTheFirstWord() {
    silence.begin();
    nanos.addAndGet(BEARABLE.plusSeconds(1).toNanos());

    HealthCheckResponse down = readiness.call();

    assertThat(down.getStatus()).isEqualTo(Status.DOWN);
    assertThat(down.getData().orElseThrow())
        .containsEntry("silentSeconds", 31L)
        .hasEntrySatisfying(
            "reason", reason -> assertThat((String) reason).startsWith("Kafka does not answer"));
    silence.received(1);
    assertThat(readiness.call().getStatus()).isEqualTo(Status.UP);
  }
}
