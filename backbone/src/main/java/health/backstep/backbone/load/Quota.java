package health.backstep.backbone.load;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * Calls that each of many may make: so many at once, and as many again evenly over the window. A
 * caller who was silent for a window has all of them again, so that he can be forgotten.
 *
 * @param <K> who is counted
 */
final class Quota<K> {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final String quoted;
  private final String policy;
  private final LoadingCache<K, Bucket> buckets;

  /**
   * @param name as the header fields call it
   * @param remembered most that are counted at the same time
   */
  Quota(String name, long calls, Duration window, long remembered, TimeMeter time) {
    this.quoted = '"' + name + '"';
    this.policy = "%s;q=%d;w=%d".formatted(quoted, calls, window.toSeconds());
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(remembered)
            .expireAfterAccess(window)
            .ticker(time::currentTimeNanos)
            .build(
                key ->
                    Bucket.builder()
                        .addLimit(limit -> limit.capacity(calls).refillGreedy(calls, window))
                        .withCustomTimePrecision(time)
                        .build());
  }

  /** The quota as a member of {@code RateLimit-Policy}. */
  String policy() {
    return policy;
  }

  /** Counts a call; one that is refused uses nothing up. */
  Standing count(K key) {
    ConsumptionProbe probe = buckets.get(key).tryConsumeAndReturnRemaining(1);
    return new Standing(
        probe.isConsumed(),
        quoted
            + ";r="
            + probe.getRemainingTokens()
            + ";t="
            + seconds(probe.getNanosToWaitForReset()),
        Math.max(1, seconds(probe.getNanosToWaitForRefill())));
  }

  /** How many callers are being counted. */
  long remembered() {
    buckets.cleanUp();
    return buckets.estimatedSize();
  }

  private static long seconds(long nanos) {
    return Math.ceilDiv(nanos, SECOND);
  }
}
