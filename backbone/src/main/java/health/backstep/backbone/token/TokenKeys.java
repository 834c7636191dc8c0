package health.backstep.backbone.token;

import java.io.IOException;
import java.security.Key;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.VerificationJwkSelector;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * The keys that sign tokens, as they were published when last read. A token only ever chooses among
 * these: nothing in it makes this service ask anybody.
 */
final class TokenKeys implements VerificationKeyResolver {

  private static final Logger LOG = Logger.getLogger(TokenKeys.class);

  private record Reading(List<JsonWebKey> keys, long at) {}

  private final PublishedKeys published;
  private final Duration keep;
  private final LongSupplier nanoTime;
  private volatile Reading last;

  TokenKeys(PublishedKeys published, Duration keep, LongSupplier nanoTime) {
    this.published = published;
    this.keep = keep;
    this.nanoTime = nanoTime;
    this.last = new Reading(List.of(), nanoTime.getAsLong());
  }

  /** Reads them again. When that fails the last ones stay, as long as they may be kept. */
  void refresh() throws InterruptedException {
    try {
      last = new Reading(PublishedKeys.parse(published.read()), nanoTime.getAsLong());
    } catch (IOException | RuntimeException e) {
      LOG.warnf(
          "The keys of tokens cannot be read (%s); %d of the last ones count",
          e.getClass().getSimpleName(), current().size());
    }
  }

  /** None when they were read too long ago. */
  List<JsonWebKey> current() {
    Reading now = last;
    return nanoTime.getAsLong() - now.at() <= keep.toNanos() ? now.keys() : List.of();
  }

  @Override
  public Key resolveKey(JsonWebSignature token, List<JsonWebStructure> around)
      throws UnresolvableKeyException {
    try {
      List<JsonWebKey> fitting = new VerificationJwkSelector().selectList(token, current());
      if (fitting.size() != 1) {
        throw new UnresolvableKeyException("not one key, but " + fitting.size() + " would fit");
      }
      return fitting.getFirst().getKey();
    } catch (JoseException e) {
      throw e instanceof UnresolvableKeyException unresolvable
          ? unresolvable
          : new UnresolvableKeyException("the token says nothing by which to find its key", e);
    }
  }
}
