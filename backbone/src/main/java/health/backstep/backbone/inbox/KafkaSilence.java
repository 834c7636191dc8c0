package health.backstep.backbone.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How long Kafka has said nothing to this instance. The consumer asks it all the time, for records
 * or with a heartbeat, so that silence is no lack of traffic.
 */
@ApplicationScoped
public class KafkaSilence {

  private final LongSupplier nanoTime;
  private volatile boolean expected;
  private volatile long heardAt;
  private double bytes;

  @Inject
  KafkaSilence(MeterRegistry metrics) {
    this(System::nanoTime);
    TimeGauge.builder(
            "backstep.kafka.silence", this, TimeUnit.SECONDS, s -> s.lasts().toMillis() / 1000.0)
        .description("How long Kafka has not answered this instance")
        .register(metrics);
  }

  KafkaSilence(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** From now on Kafka is asked. */
  void begin() {
    heardAt = nanoTime.getAsLong();
    expected = true;
  }

  /**
   * What the present consumer has received until now. A new one begins with nothing, which is no
   * answer.
   */
  void received(double bytesInAll) {
    if (bytesInAll > 0 && bytesInAll != bytes) {
      heardAt = nanoTime.getAsLong();
    }
    bytes = bytesInAll;
  }

  /** Zero while nothing is expected. */
  public Duration lasts() {
    return expected ? Duration.ofNanos(nanoTime.getAsLong() - heardAt) : Duration.ZERO;
  }
}
