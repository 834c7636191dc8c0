package health.backstep.plan.fold;

import health.backstep.plan.course.Change;
import health.backstep.plan.course.PlanState;
import health.backstep.plan.course.PlanVersion;
import health.backstep.plan.course.Training;
import health.backstep.plan.course.VersionKind;
import health.backstep.plan.decision.Decision;
import health.backstep.plan.decision.Effect;
import health.backstep.plan.education.Education;
import health.backstep.plan.gate.Gate;
import health.backstep.plan.gate.Status;
import health.backstep.plan.history.Cause;
import health.backstep.plan.routine.Routine;
import health.backstep.rules.RuleSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes a plan version of a change, when there is something that the patient has to know. */
final class Versioning {

  private final Gate gate;
  private final RuleSet rules;

  Versioning(RuleSet rules) {
    this.gate = new Gate(rules);
    this.rules = rules;
  }

  Step version(Change change, Cause cause) {
    PlanState state = change.state();
    if (!state.isAssessed()) {
      return new Step(state, Optional.empty());
    }
    PlanVersion version = version(state, change, cause);
    boolean isNews =
        change.always() || state.current().map(now -> tellsMore(version, now)).orElse(true);
    return isNews
        ? new Step(state.with(version), Optional.of(version))
        : new Step(state, Optional.empty());
  }

  /** Another plan, or another sign of danger that has to be read. */
  private static boolean tellsMore(PlanVersion version, PlanVersion now) {
    return !version.looksLike(now) || !now.redFlagRules().containsAll(version.redFlagRules());
  }

  private PlanVersion version(PlanState state, Change change, Cause cause) {
    Training training = state.training();
    Gate.Standing standing =
        gate.standing(
            state.circumstances().flags(),
            state.circumstances().clearance(),
            training.reviewRule(),
            state.latest());
    Optional<Status> before = state.current().map(PlanVersion::status);
    return new PlanVersion(
        state.current().map(PlanVersion::number).orElse(0) + 1,
        kind(change, standing.status(), before),
        standing.status(),
        state.needs().stage(),
        state.policy(),
        training.regression().isPresent(),
        training.restUntil(),
        training.sessionsPerWeek(),
        standing.status().showsExercises() ? training.routine() : Routine.EMPTY,
        standing.status().showsExercises() ? Education.chosenFor(change) : List.of(),
        change.severity(),
        change.reviewAsked(),
        cause,
        decisions(change, standing, before),
        rules.version());
  }

  private static VersionKind kind(Change change, Status status, Optional<Status> before) {
    if (change.severity().isPresent() || before.equals(Optional.of(status))) {
      return change.kind();
    }
    return switch (status) {
      case WITHHELD -> VersionKind.WITHHELD;
      case SUSPENDED -> VersionKind.SUSPENDED;
      case ACTIVE, IN_REVIEW -> change.kind();
    };
  }

  private List<Decision> decisions(Change change, Gate.Standing standing, Optional<Status> before) {
    boolean resumed =
        standing.status() == Status.ACTIVE
            && before.filter(status -> !status.showsExercises()).isPresent();
    Stream<Decision> cleared =
        resumed
            ? Stream.of(
                Decision.by(rules.rule("CL-1"), Effect.PLAN_RESUMED)
                    .saying("You have been cleared to exercise, so your plan is open again."))
            : Stream.empty();
    return Stream.of(standing.decisions().stream(), cleared, change.decisions().stream())
        .flatMap(stream -> stream)
        .toList();
  }
}
