package health.backstep.profile.outcome;

import health.backstep.profile.Invariant;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * What one measure came to.
 *
 * @param value 0 to {@link Measure#most}; whole, except for PSFS, which has one decimal
 * @param parts how many numbers it is made of
 */
public record Score(Measure measure, BigDecimal value, int parts) {

  public Score {
    Objects.requireNonNull(measure, "score.measure");
    Objects.requireNonNull(value, "score.value");
    Invariant.that(
        value.signum() >= 0 && value.compareTo(BigDecimal.valueOf(measure.most())) <= 0,
        "score.value must be within the scale of its measure");
    Invariant.that(parts > 0, "score.parts must be at least 1");
  }

  static Score whole(Measure measure, int value, int parts) {
    return new Score(measure, BigDecimal.valueOf(value), parts);
  }

  /** Whether both tell of the same: a mean of three activities says nothing about a mean of two. */
  public boolean isComparableWith(Score other) {
    return measure == other.measure && (measure != Measure.PSFS || parts == other.parts);
  }
}
