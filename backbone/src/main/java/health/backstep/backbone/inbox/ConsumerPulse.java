package health.backstep.backbone.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether the consumer goes round. It is down when its thread has ended or hangs, and not when
 * Kafka or the database is merely away: then it still goes round and waits.
 */
@Readiness
@ApplicationScoped
public class ConsumerPulse implements HealthCheck {

  private static final Duration LONGEST_ROUND = Duration.ofSeconds(60);

  private volatile BooleanSupplier alive = () -> true;
  private volatile boolean expected;
  private volatile long lastBeat;

  void expect(Thread consumer) {
    alive = consumer::isAlive;
    beat();
    expected = true;
  }

  void beat() {
    lastBeat = System.nanoTime();
  }

  @Override
  public HealthCheckResponse call() {
    Duration silent = expected ? Duration.ofNanos(System.nanoTime() - lastBeat) : Duration.ZERO;
    return HealthCheckResponse.named("consumer")
        .status(alive.getAsBoolean() && silent.compareTo(LONGEST_ROUND) <= 0)
        .withData("secondsSinceLastPoll", silent.toSeconds())
        .build();
  }
}
