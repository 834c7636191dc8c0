package health.backstep.plan.renewal;

import health.backstep.plan.course.PlanState;
import health.backstep.plan.course.Policy;
import health.backstep.plan.decision.Decision;
import health.backstep.plan.decision.Effect;
import health.backstep.plan.history.PlanEvent.AssessmentCompleted;
import health.backstep.plan.routine.Fear;
import health.backstep.plan.routine.Needs;
import health.backstep.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Says which rules made a plan what it is, and what it keeps of earlier times. */
final class Grounds {

  private final RuleSet rules;
  private final Week week;

  Grounds(RuleSet rules, Week week) {
    this.rules = rules;
    this.week = week;
  }

  /** Of a plan that an assessment made. */
  List<Decision> of(AssessmentCompleted assessment, PlanState renewed) {
    List<Decision> decisions = new ArrayList<>();
    decisions.add(built("RE-1"));
    if (assessment.lowestStageOnly()) {
      decisions.add(built("CL-2"));
    }
    if (assessment.triageRules().contains("RF-ADVISORY")) {
      decisions.add(Decision.by(rules.rule("RF-ADVISORY"), Effect.NOTED));
    }
    decisions.add(built("PL-STAGE"));
    decisions.add(direction(renewed));
    decisions.add(built("PL-TIME"));
    decisions.add(dose(renewed));
    if (assessment.fear() == Fear.HIGH) {
      decisions.add(built("PL-FEAR"));
    }
    if (renewed.circumstances().background().afterLayOff()) {
      decisions.add(built("PL-LAYOFF"));
    }
    if (renewed.policy() == Policy.TIME_CONTINGENT) {
      decisions.add(built("PL-POLICY"));
    }
    decisions.addAll(learned(renewed));
    return List.copyOf(decisions);
  }

  /** Of a plan that was fitted to circumstances: each rule whose ground is not what it was. */
  List<Decision> ofCircumstances(PlanState before, PlanState after, PlanState fitted) {
    List<Decision> decisions = new ArrayList<>();
    if (differs(before, after, Needs::equipment)) {
      decisions.add(built("PL-EQUIP"));
    }
    if (differs(before, after, Needs::minutes)) {
      decisions.add(built("PL-TIME"));
    }
    if (differs(before, after, Needs::loading)) {
      decisions.add(built("PL-AVOID"));
    }
    int sessionsBefore = after.training().sessionsPerWeek();
    int sessions = fitted.training().sessionsPerWeek();
    if (sessionsBefore != sessions) {
      decisions.add(
          Decision.change(
              rules.rule("PL-DOSE"),
              Effect.PLAN_BUILT,
              null,
              sessionsBefore + " sessions a week",
              sessions + " sessions a week"));
    }
    if (decisions.isEmpty()) {
      decisions.add(built("PL-DOSE"));
    }
    return List.copyOf(decisions);
  }

  private Decision direction(PlanState renewed) {
    return renewed.circumstances().background().otherDirections()
        ? Decision.change(
            rules.rule("PL-DIR"),
            Effect.PLAN_BUILT,
            null,
            "the preferred direction only",
            "other directions as well, at the first level")
        : built("PL-DIR");
  }

  private Decision dose(PlanState renewed) {
    String sessions = week.sessions(renewed) + " sessions a week";
    return Decision.change(
        rules.rule("PL-DOSE"),
        Effect.PLAN_BUILT,
        null,
        null,
        week.hasStrength(renewed)
            ? sessions + ", at least " + week.hoursApart() + " hours apart"
            : sessions);
  }

  /** RE-1: what the history taught stays, and says where it comes from. */
  private List<Decision> learned(PlanState renewed) {
    List<Decision> decisions = new ArrayList<>();
    for (String exercise : renewed.learned().excluded().stream().sorted().toList()) {
      decisions.add(
          Decision.change(rules.rule("RG-REPEAT"), Effect.EXERCISE_REMOVED, exercise, null, null));
    }
    if (!renewed.learned().forbidden().isEmpty()) {
      decisions.add(Decision.by(rules.rule("RG-DIR"), Effect.DIRECTION_EXCLUDED));
    }
    return decisions;
  }

  private Decision built(String rule) {
    return Decision.by(rules.rule(rule), Effect.PLAN_BUILT);
  }

  private static <T> boolean differs(PlanState before, PlanState after, Function<Needs, T> part) {
    return !before.isAssessed() || !part.apply(before.needs()).equals(part.apply(after.needs()));
  }
}
