package health.backstep.profile.screening;

import health.backstep.profile.assessment.Assessment;
import health.backstep.profile.clearance.Clearance;
import health.backstep.profile.outcome.EarlierAssessment;
import health.backstep.profile.patient.Age;
import health.backstep.profile.redflag.RedFlagAnswers;
import health.backstep.profile.redflag.Urgency;
import health.backstep.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Decides whether exercise may begin (RF-EMERGENCY, RF-URGENT, RF-ADVISORY, RF-INFLAMMATORY, CL-1,
 * CL-2). It runs at every assessment, because one back pain in a hundred hides something serious
 * (LIVA-ONEPERCENT).
 *
 * <p>The worst outcome wins and every rule that applied is listed. An open question is never a no:
 * whichever it is, the plan waits until somebody has looked (RF-URGENT). It is no emergency,
 * because nobody has said that the sign is there.
 */
public final class RedFlagScreen {

  private static final String EMERGENCY = "RF-EMERGENCY";
  private static final String URGENT = "RF-URGENT";
  private static final String CLEARANCE = "CL-1";

  static final Set<String> RULES_THAT_END_CLEARANCE = Set.of(EMERGENCY, URGENT);

  private final RuleSet rules;
  private final Advisories advisories;
  private final InflammatoryScreen inflammatory;

  public RedFlagScreen(RuleSet rules) {
    this.rules = rules;
    this.advisories = new Advisories(rules);
    this.inflammatory = new InflammatoryScreen(rules);
  }

  /**
   * @param age at the time of the assessment
   * @param clearance the latest on record
   * @param earlier the latest assessment made at least six weeks before this one, if there is one
   */
  public Triage screen(
      Assessment assessment,
      Age age,
      Optional<Clearance> clearance,
      Optional<EarlierAssessment> earlier) {
    List<Advisory> advised = advisories.of(assessment, age, earlier);
    InflammatoryPattern pattern = inflammatory.of(assessment, age);
    Findings findings = new Findings();
    findings.add(EMERGENCY, TriageOutcome.EMERGENCY, emergencies(assessment.redFlags()));
    findings.add(URGENT, TriageOutcome.NEEDS_CLEARANCE, urgencies(assessment.redFlags(), advised));
    findings.add(Advisories.RULE, TriageOutcome.FIT, names(advised));
    findings.add(InflammatoryScreen.RULE, TriageOutcome.FIT, names(pattern.found()));
    findings.add(
        CLEARANCE,
        TriageOutcome.NEEDS_CLEARANCE,
        names(ClearanceGap.in(clearance, assessment.assessedAt()).stream().toList()));
    findings.add(SafetyGap.RULE, TriageOutcome.FIT, names(SafetyGap.in(assessment)));
    return new Triage(findings.worst, findings.reasons, pattern.answer());
  }

  private static List<String> emergencies(RedFlagAnswers answers) {
    return names(answers.raised(Urgency.EMERGENCY));
  }

  private List<String> urgencies(RedFlagAnswers answers, List<Advisory> advised) {
    Stream<String> raised = names(answers.raised(Urgency.URGENT)).stream();
    Stream<String> open = answers.unanswered().stream().map(flag -> "UNANSWERED_" + flag.name());
    Stream<String> together =
        advisories.areUrgent(advised) ? names(advised).stream() : Stream.empty();
    return Stream.of(raised, open, together).flatMap(flags -> flags).toList();
  }

  private static List<String> names(List<? extends Enum<?>> found) {
    return found.stream().map(Enum::name).toList();
  }

  private final class Findings {

    private TriageOutcome worst = TriageOutcome.FIT;
    private final List<TriageReason> reasons = new ArrayList<>();

    void add(String rule, TriageOutcome outcome, List<String> flags) {
      if (flags.isEmpty()) {
        return;
      }
      reasons.add(TriageReason.of(rules.rule(rule), flags));
      worst = outcome.compareTo(worst) > 0 ? outcome : worst;
    }
  }
}
