package health.backstep.backbone.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jose4j.jwk.JsonWebKey;

/**
 * Tokens that were found valid. A client sends the same one with every call, and to verify its
 * signature takes as long as much of a call. One is verified anew whenever the keys are read anew,
 * and counts here no longer than it says itself.
 */
final class VerifiedTokens {

  /** A few kilobytes each; as many clients call an instance within half a minute. */
  private static final long MOST = 2_000;

  private record Verified(CallerToken token, List<JsonWebKey> by) {}

  private final LongSupplier epochSeconds;
  private final Cache<String, Verified> remembered =
      Caffeine.newBuilder()
          .maximumSize(MOST)
          .expireAfterWrite(TokenKeysConfig.LONGEST_EVERY)
          .build();

  VerifiedTokens(LongSupplier epochSeconds) {
    this.epochSeconds = epochSeconds;
  }

  /**
   * A token that was verified with exactly these keys and has not expired.
   *
   * @param skewSeconds how far clocks may differ
   */
  Optional<CallerToken> find(String raw, List<JsonWebKey> keys, int skewSeconds) {
    return Optional.ofNullable(remembered.getIfPresent(raw))
        .filter(known -> isSame(known.by(), keys))
        .map(Verified::token)
        .filter(token -> epochSeconds.getAsLong() - skewSeconds < token.getExpirationTime());
  }

  void remember(String raw, CallerToken token, List<JsonWebKey> keys) {
    remembered.put(raw, new Verified(token, keys));
  }

  /** Each reading of the keys has a list of its own. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(List<JsonWebKey> one, List<JsonWebKey> other) {
    return one == other;
  }
}
