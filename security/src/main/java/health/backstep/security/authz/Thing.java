package health.backstep.security.authz;

import java.util.Arrays;
import java.util.Locale;

/**
 * What an operation is asked about. "Own" is what belongs to {@link Tenants#OWN}, whoever asks: for
 * an actor of the other tenant the foreign one is his.
 */
public enum Thing {
  /** The operation is about no one thing. */
  NONE,
  OWN,
  FOREIGN,
  /** Nobody's: an id that was never given. */
  MISSING,
  /** What once was a patient of {@link Tenants#OWN}, and all that was below. */
  ERASED,
  /** A foreign thing below an own patient or webhook. */
  FOREIGN_INSIDE,
  /** An own thing below a foreign patient or webhook. */
  FOREIGN_AROUND;

  /** As it stands in {@code authz.csv}. */
  String word() {
    return this == NONE ? "-" : name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Thing of(String word) {
    return Arrays.stream(values())
        .filter(thing -> thing.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no object '" + word + "'"));
  }

  /** Whether all of it belongs to this tenant, so that its own clients find it. */
  public boolean isOf(String tenant) {
    return (this == OWN && tenant.equals(Tenants.OWN))
        || (this == FOREIGN && tenant.equals(Tenants.FOREIGN));
  }
}
