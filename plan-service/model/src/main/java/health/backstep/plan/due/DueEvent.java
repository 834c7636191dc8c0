package health.backstep.plan.due;

import health.backstep.plan.course.PlanVersion;
import health.backstep.plan.decision.Decision;
import health.backstep.plan.decision.Effect;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What makes something due, or done. */
public sealed interface DueEvent {

  /** Where the patient lives, which says when a morning is. */
  record ZoneKnown(ZoneId zone) implements DueEvent {}

  /** The patient was assessed, and so answered the safety questions. */
  record Assessed(UUID eventId, Instant at) implements DueEvent {}

  record SessionDone(UUID sessionId, Instant startedAt, Instant endedAt) implements DueEvent {}

  /**
   * The patient said how it is.
   *
   * @param sessionId the session that it follows; empty for one of its own
   * @param aching muscles ache
   */
  record CheckedIn(UUID checkInId, Instant at, Optional<UUID> sessionId, boolean aching)
      implements DueEvent {}

  record FlareSettled() implements DueEvent {}

  /**
   * A clinician looked at the plan.
   *
   * @param free the plan goes on, with the safety questions settled
   */
  record Reviewed(boolean free) implements DueEvent {}

  /**
   * A version of the plan asks for something.
   *
   * @param at when what led to the version happened
   * @param reviewRule the rule that asks a clinician to look; empty when none does
   */
  record Asked(
      UUID eventId,
      int planVersion,
      Instant at,
      boolean checkIn,
      boolean safetyQuestions,
      Optional<String> reviewRule)
      implements DueEvent {

    /** What a version of the plan asks for. */
    public static Asked of(PlanVersion plan) {
      return new Asked(
          plan.cause().eventId(),
          plan.number(),
          plan.cause().occurredAt(),
          ruleOf(plan, Set.of(Effect.CHECK_IN_ASKED)).isPresent(),
          ruleOf(plan, Set.of(Effect.SAFETY_QUESTIONS_ASKED)).isPresent(),
          ruleThatAsksForReview(plan));
    }

    /** Most versions ask for nothing. */
    public boolean asksAnything() {
      return checkIn || safetyQuestions || reviewRule.isPresent();
    }

    private static Optional<String> ruleThatAsksForReview(PlanVersion plan) {
      return plan.reviewAsked()
          ? ruleOf(plan, Set.of(Effect.REVIEW_ASKED, Effect.PLAN_HELD_FOR_REVIEW))
              .or(() -> Optional.of("PL-POLICY"))
          : Optional.empty();
    }

    private static Optional<String> ruleOf(PlanVersion plan, Set<Effect> effects) {
      return plan.decisions().stream()
          .filter(decision -> effects.contains(decision.effect()))
          .map(Decision::rule)
          .findFirst();
    }
  }
}
