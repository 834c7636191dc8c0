package health.backstep.session.pain;

import java.time.Instant;
import java.util.Objects;

/**
 * One pain number at one time.
 *
 * @param pain 0-10; of a session it is the pain right after it
 */
public record PainReading(Instant at, int pain, Origin origin) {

  public PainReading {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(origin, "origin");
    PainScale.require(pain, "pain");
  }
}
