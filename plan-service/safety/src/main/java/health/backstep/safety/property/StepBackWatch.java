package health.backstep.safety.property;

import health.backstep.plan.course.PlanState;
import health.backstep.plan.course.PlanVersion;
import health.backstep.plan.history.PlanEvent.AssessmentCompleted;
import health.backstep.plan.history.PlanEvent.ClearanceChanged;
import health.backstep.plan.history.PlanEvent.Episode;
import health.backstep.plan.history.PlanEvent.FlareReported;
import health.backstep.plan.history.PlanEvent.FlareSettled;
import health.backstep.plan.history.PlanEvent.PatientRecorded;
import health.backstep.plan.history.PlanEvent.ReviewDecided;
import health.backstep.plan.history.PlanEvent.SessionRecorded;
import health.backstep.safety.run.Ground;
import health.backstep.safety.run.RunStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows a step back from its first flare to its end, by events and by what the plan shows. */
final class StepBackWatch {

  private final Duration lately;
  private final int often;
  private final Duration tooLong;
  private final List<Instant> flares = new ArrayList<>();
  private final Set<String> provoking = new HashSet<>();
  private @Nullable Instant openedAt;
  private PlanState beforeFlare;
  private boolean repeated;
  private boolean excluding;
  private boolean disturbed;

  StepBackWatch(Ground ground) {
    this.lately = Duration.ofDays(ground.threshold("RG-REPEAT", "days"));
    this.often = ground.threshold("RG-REPEAT", "flares");
    this.tooLong = Duration.ofDays(ground.threshold("RG-REPEAT", "openDays"));
  }

  void see(RunStep step) {
    switch (step.event()) {
      case FlareReported flare when flare.episode() != Episode.CONTINUED -> flares(flare, step);
      case FlareReported continued -> excluding |= continued.radiating();
      case PatientRecorded _, ClearanceChanged _ -> disturbed = true;
      case AssessmentCompleted _, ReviewDecided _ -> {
        disturbed = true;
        openedAt = null;
      }
      case SessionRecorded session -> {
        lasts(session.endedAt(), step);
        disturbed |= !session.sore().isEmpty();
      }
      case FlareSettled settled -> lasts(settled.settledAt(), step);
      default -> {}
    }
  }

  /**
   * RG-REPEAT also holds for a flare that stays open too long, counted from when it began or, where
   * an assessment or a review has looked at it since, from when it got worse after that.
   */
  private void lasts(Instant at, RunStep step) {
    repeated |=
        isSteppedBack(step.before()) && openedAt != null && at.isAfter(openedAt.plus(tooLong));
  }

  private void flares(FlareReported flare, RunStep step) {
    if (flare.episode() == Episode.OPENED) {
      flares.add(flare.at());
      openedAt = flare.at();
    }
    openedAt = openedAt == null ? flare.at() : openedAt;
    if (!isSteppedBack(step.before())) {
      provoking.clear();
      beforeFlare = step.before();
      repeated = false;
      excluding = false;
      disturbed = false;
    }
    provoking.addAll(flare.provoking());
    excluding |= flare.radiating();
    Instant since = flare.at().minus(lately);
    repeated |=
        flares.stream().filter(at -> at.isAfter(since) && !at.isAfter(flare.at())).count() >= often;
  }

  /** Whether this step ended the step back because the flare is over. */
  boolean settles(RunStep step) {
    return step.event() instanceof FlareSettled
        && isSteppedBack(step.before())
        && !isSteppedBack(step.after());
  }

  PlanState beforeFlare() {
    return beforeFlare;
  }

  Set<String> provoking() {
    return provoking;
  }

  /** RG-REPEAT: a second flare within the days, or one that stays. */
  boolean isRepeated() {
    return repeated;
  }

  /** A direction was taken out meanwhile (RG-DIR). */
  boolean isExcluding() {
    return excluding;
  }

  /** Something other than the flare changed the plan or may have. */
  boolean isDisturbed() {
    return disturbed;
  }

  private static boolean isSteppedBack(PlanState state) {
    return state.current().map(PlanVersion::regressed).orElse(false);
  }
}
