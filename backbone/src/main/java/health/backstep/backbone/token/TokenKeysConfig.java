package health.backstep.backbone.token;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where the keys are published that sign tokens, and how old what is known of them may be. */
@ConfigMapping(prefix = "backstep.token-keys")
public interface TokenKeysConfig {

  Duration SHORTEST_EVERY = Duration.ofSeconds(1);
  Duration LONGEST_EVERY = Duration.ofMinutes(10);
  Duration LONGEST_KEEP = Duration.ofDays(1);

  /** A JWK set: {@code file:} or {@code https:}; {@code http:} on this machine only. */
  String location();

  /**
   * How often they are read: so long a new key is not known and a withdrawn one still counts. 1 s
   * to 10 min.
   */
  Duration every();

  /** How long the last ones count while they cannot be read; at most a day. */
  Duration keep();

  /** PEM file of those who may vouch for the provider; without it those whom Java trusts. */
  Optional<Path> ca();

  /** How long the provider may take to answer. */
  Duration answerWithin();

  /**
   * Keeps a service from starting with times that would let a withdrawn key count for long.
   *
   * @throws IllegalStateException naming the setting
   */
  static void check(TokenKeysConfig config) {
    require("every", config.every(), SHORTEST_EVERY, LONGEST_EVERY);
    require("keep", config.keep(), config.every(), LONGEST_KEEP);
  }

  private static void require(String name, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalStateException(
          "backstep.token-keys.%s is %s; it must be between %s and %s"
              .formatted(name, value, least, most));
    }
  }
}
