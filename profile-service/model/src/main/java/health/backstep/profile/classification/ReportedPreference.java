package health.backstep.profile.classification;

import static health.backstep.profile.assessment.Movement.BENDING;
import static health.backstep.profile.assessment.Movement.LYING_PRONE;
import static health.backstep.profile.assessment.Movement.LYING_SIDE;
import static health.backstep.profile.assessment.Movement.SITTING;
import static health.backstep.profile.assessment.Movement.STANDING;
import static health.backstep.profile.assessment.Movement.WALKING;

import health.backstep.profile.assessment.Movement;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * The preference that a patient's own observations point to when nobody tested (DP-2). A movement
 * named as both worse and better says nothing; a patient who fits both patterns fits neither
 * (DERRY-NONE).
 */
final class ReportedPreference {

  static final String RULE = "DP-2";

  private static final Set<Movement> WORSE_IN_EXTENSION_BIAS = EnumSet.of(BENDING, SITTING);
  private static final Set<Movement> BETTER_IN_EXTENSION_BIAS = EnumSet.of(WALKING, LYING_PRONE);
  private static final Set<Movement> WORSE_IN_FLEXION_BIAS = EnumSet.of(WALKING, STANDING);
  private static final Set<Movement> BETTER_IN_FLEXION_BIAS = EnumSet.of(SITTING, LYING_SIDE);

  private ReportedPreference() {}

  static DirectionalPreference of(Set<Movement> aggravatedBy, Set<Movement> relievedBy) {
    Set<Movement> worse = without(relievedBy, aggravatedBy);
    Set<Movement> better = without(aggravatedBy, relievedBy);
    boolean extension =
        meet(worse, WORSE_IN_EXTENSION_BIAS) && meet(better, BETTER_IN_EXTENSION_BIAS);
    boolean flexion = meet(worse, WORSE_IN_FLEXION_BIAS) && meet(better, BETTER_IN_FLEXION_BIAS);
    return new DirectionalPreference(bias(extension, flexion), BiasConfidence.LOW, Set.of(), false);
  }

  private static Bias bias(boolean extension, boolean flexion) {
    if (extension == flexion) {
      return Bias.NONE;
    }
    return extension ? Bias.EXTENSION : Bias.FLEXION;
  }

  private static Set<Movement> without(Set<Movement> excluded, Set<Movement> movements) {
    Set<Movement> rest = EnumSet.noneOf(Movement.class);
    rest.addAll(movements);
    rest.removeAll(excluded);
    return rest;
  }

  private static boolean meet(Set<Movement> one, Set<Movement> other) {
    return !Collections.disjoint(one, other);
  }
}
