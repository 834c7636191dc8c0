package health.backstep.backbone.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether the consumer has read what came while it was away. Before that an event that seems to be
 * missing may only not have been read yet.
 */
@ApplicationScoped
class CatchingUp {

  private final LongSupplier nanoTime;
  private volatile @Nullable Long readingSince;
  private volatile boolean wasAtTheEnd;

  CatchingUp() {
    this(System::nanoTime);
  }

  CatchingUp(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** The consumer begins anew and knows nothing of its partitions. */
  void begin() {
    readingSince = null;
    wasAtTheEnd = false;
  }

  /** The consumer has taken in what it polled from partitions of its own. */
  void read(boolean toTheEnd) {
    if (readingSince == null) {
      readingSince = nanoTime.getAsLong();
    }
    wasAtTheEnd |= toTheEnd;
  }

  /** Once the consumer was at the end of all its partitions, or has read for so long. */
  boolean isDone(Duration atMost) {
    Long since = readingSince;
    return wasAtTheEnd || (since != null && nanoTime.getAsLong() - since >= atMost.toNanos());
  }
}
