package health.backstep.profile.classification;

import health.backstep.profile.assessment.Direction;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which pattern the back pain of one assessment has. It is made for every assessment, also for one
 * that allows no plan yet.
 *
 * @param painGrade grade of the prevailing pain
 * @param odiPercent Oswestry score, 0-100; empty when not asked or too few items answered
 * @param decidedBy the rules that had something to decide, in the order of the rule set
 */
public record Classification(
    Acuity acuity,
    PainGrade painGrade,
    Irritability irritability,
    DirectionalPreference preference,
    Stage stage,
    RiskGroup riskGroup,
    Optional<Integer> odiPercent,
    Fear fear,
    List<DecidingRule> decidedBy) {

  public Classification {
    Objects.requireNonNull(acuity, "acuity");
    Objects.requireNonNull(painGrade, "painGrade");
    Objects.requireNonNull(irritability, "irritability");
    Objects.requireNonNull(preference, "preference");
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(riskGroup, "riskGroup");
    Objects.requireNonNull(odiPercent, "odiPercent");
    Objects.requireNonNull(fear, "fear");
    decidedBy = List.copyOf(decidedBy);
  }

  public Bias bias() {
    return preference.bias();
  }

  public BiasConfidence biasConfidence() {
    return preference.confidence();
  }

  public Set<Direction> forbiddenDirections() {
    return preference.forbidden();
  }
}
