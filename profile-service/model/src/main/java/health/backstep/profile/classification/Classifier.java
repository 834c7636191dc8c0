package health.backstep.profile.classification;

import health.backstep.profile.assessment.Assessment;
import health.backstep.profile.assessment.PainReport;
import health.backstep.profile.outcome.OswestryScore;
import health.backstep.profile.outcome.QuestionnaireScores;
import health.backstep.profile.screening.SafetyGap;
import health.backstep.rules.Rule;
import health.backstep.rules.RuleSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the pattern of an assessment (AC-1, NRS-1, IR-1, DP-1, DP-2, TB-1, SB-1, PROM). */
public final class Classifier {

  private static final List<String> ALWAYS =
      List.of(AcuityBand.RULE, PainGrading.RULE, Irritability.RULE, TreatmentStage.RULE);

  private final RuleSet rules;
  private final AcuityBand acuityBand;
  private final PainGrading painGrading;
  private final TreatmentStage treatmentStage;
  private final StartBackRisk startBackRisk;
  private final OswestryScore oswestryScore;
  private final QuestionnaireScores scores;
  private final FearAvoidance fearAvoidance;

  public Classifier(RuleSet rules) {
    this.rules = rules;
    this.acuityBand = new AcuityBand(rules);
    this.painGrading = new PainGrading(rules);
    this.treatmentStage = new TreatmentStage(rules);
    this.startBackRisk = new StartBackRisk(rules);
    this.oswestryScore = new OswestryScore(rules);
    this.scores = new QuestionnaireScores(rules);
    this.fearAvoidance = new FearAvoidance(rules);
  }

  public Classification classify(Assessment assessment) {
    PainReport pain = assessment.pain();
    PainGrade grade = painGrading.of(pain.prevailing());
    Irritability irritability = Irritability.of(grade, pain.nightPain(), pain.settling());
    Optional<Integer> odi = assessment.questionnaires().odi().flatMap(oswestryScore::of);
    Fear fear = fearAvoidance.of(assessment.questionnaires().fabqPhysicalActivity());
    return new Classification(
        acuityBand.of(pain.onset(), assessment.assessedOn()),
        grade,
        irritability,
        preference(assessment),
        stage(assessment, odi, irritability),
        startBackRisk.of(assessment.questionnaires().startBack()),
        odi,
        fear,
        decidedBy(assessment, fear));
  }

  private static DirectionalPreference preference(Assessment assessment) {
    return assessment.movementTests().isEmpty()
        ? ReportedPreference.of(assessment.aggravatedBy(), assessment.relievedBy())
        : TestedPreference.of(assessment.movementTests());
  }

  /** CL-2 allows the gentlest stage only, and clearance rules come before the stage. */
  private Stage stage(Assessment assessment, Optional<Integer> odi, Irritability irritability) {
    return SafetyGap.in(assessment).isEmpty()
        ? treatmentStage.of(assessment.pain().prevailing(), odi, irritability)
        : Stage.CALM;
  }

  private List<DecidingRule> decidedBy(Assessment assessment, Fear fear) {
    Set<String> decided = new HashSet<>(ALWAYS);
    decided.add(
        assessment.movementTests().isEmpty() ? ReportedPreference.RULE : TestedPreference.RULE);
    assessment.questionnaires().startBack().ifPresent(given -> decided.add(StartBackRisk.RULE));
    if (fear != Fear.UNKNOWN || !scores.of(assessment.questionnaires()).isEmpty()) {
      decided.add(QuestionnaireScores.RULE);
    }
    if (!SafetyGap.in(assessment).isEmpty()) {
      decided.add(SafetyGap.RULE);
    }
    return rules.rules().stream()
        .filter(rule -> decided.contains(rule.id()))
        .map(Classifier::asDeciding)
        .toList();
  }

  private static DecidingRule asDeciding(Rule rule) {
    return new DecidingRule(rule.id(), rule.version());
  }
}
