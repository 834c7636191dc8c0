package health.backstep.backbone.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Whether the consumer goes round. It does also while Kafka or the database is away; it does not
 * when its thread has ended or hangs.
 */
@ApplicationScoped
public class ConsumerPulse {

  private static final Duration LONGEST_ROUND = Duration.ofSeconds(60);

  private final LongSupplier nanoTime;
  private volatile BooleanSupplier alive = () -> true;
  private volatile boolean expected;
  private volatile long lastBeat;

  ConsumerPulse() {
    this(System::nanoTime);
  }

  ConsumerPulse(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  void expect(BooleanSupplier consumerIsAlive) {
    alive = consumerIsAlive;
    beat();
    expected = true;
  }

  void beat() {
    lastBeat = nanoTime.getAsLong();
  }

  boolean isRegular() {
    return alive.getAsBoolean() && silence().compareTo(LONGEST_ROUND) <= 0;
  }

  Duration silence() {
    return expected ? Duration.ofNanos(nanoTime.getAsLong() - lastBeat) : Duration.ZERO;
  }
}
