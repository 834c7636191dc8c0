package health.backstep.profile.classification;

import health.backstep.profile.assessment.Direction;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which direction a back prefers and which it must not be moved in.
 *
 * @param forbidden in the order of the enum; no exercise of these directions may be planned
 * @param clinicianAdvised whether every tested direction made it worse, so that a clinician should
 *     look (DP-1)
 */
public record DirectionalPreference(
    Bias bias, BiasConfidence confidence, Set<Direction> forbidden, boolean clinicianAdvised) {

  public DirectionalPreference {
    Objects.requireNonNull(bias, "bias");
    Objects.requireNonNull(confidence, "biasConfidence");
    forbidden = Collections.unmodifiableSet(new TreeSet<>(forbidden));
  }
}
