package health.backstep.safety.run;

import health.backstep.plan.course.PlanState;
import health.backstep.plan.course.PlanVersion;
import health.backstep.plan.fold.Step;
import health.backstep.plan.history.Cause;
import health.backstep.plan.history.PlanEvent;
import health.backstep.plan.history.PlanEvent.ClearanceChanged;
import health.backstep.plan.history.PlanEvent.Edit;
import health.backstep.plan.history.PlanEvent.Episode;
import health.backstep.plan.history.PlanEvent.ReviewDecision;
import health.backstep.plan.routine.Item;
import health.backstep.safety.history.Happening;
import health.backstep.safety.history.Happening.Assessed;
import health.backstep.safety.history.Happening.ClearanceWithdrawn;
import health.backstep.safety.history.Happening.Cleared;
import health.backstep.safety.history.Happening.Flared;
import health.backstep.safety.history.Happening.LapseNoticed;
import health.backstep.safety.history.Happening.RedFlagged;
import health.backstep.safety.history.Happening.Registered;
import health.backstep.safety.history.Happening.Reviewed;
import health.backstep.safety.history.Happening.SessionDone;
import health.backstep.safety.history.Happening.Settled;
import health.backstep.safety.history.PlanEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Runs one history: gives each happening its time, its ids and the plan version that it is about,
 * keeps the flare episodes as session-service does, and folds.
 */
public final class Running {

  private static final Instant BEGIN = Instant.parse("2026-01-05T08:00:00Z");

  private final Planner planner;
  private final Edits edits;
  private final List<RunStep> steps = new ArrayList<>();
  private final List<PlanVersion> versions = new ArrayList<>();
  private final Flares flares = new Flares();
  private PlanState state = PlanState.EMPTY;
  private Instant now = BEGIN;
  private Instant lastSessionRecord = BEGIN.minusSeconds(1);
  private Optional<Instant> clearanceEnds = Optional.empty();
  private int events;

  private Running(Ground ground, Planner planner) {
    this.planner = planner;
    this.edits = new Edits(ground);
  }

  public static Run of(List<Happening> happenings, Ground ground, Planner planner) {
    Running running = new Running(ground, planner);
    happenings.forEach(running::happens);
    return new Run(happenings, List.copyOf(running.steps), ground, planner);
  }

  private void happens(Happening happening) {
    now = now.plusSeconds(60L * happening.minutesLater());
    event(happening).ifPresent(this::fold);
  }

  private void fold(PlanEvent event) {
    Step step = planner.apply(state, event);
    steps.add(new RunStep(event, state, step.state(), step.version()));
    state = step.state();
    step.version().ifPresent(versions::add);
  }

  private Optional<PlanEvent> event(Happening happening) {
    return switch (happening) {
      case Registered wishes ->
          Optional.of(PlanEvents.registered(told("patient-recorded"), wishes));
      case Cleared given -> Optional.of(clearance(PlanEvents.cleared(told("cleared"), given)));
      case ClearanceWithdrawn _ ->
          Optional.of(clearance(PlanEvents.withdrawn(told("clearance-withdrawn"))));
      case Assessed made -> Optional.of(PlanEvents.assessed(told("assessment-completed"), made));
      case SessionDone done -> session(done);
      case Flared flare -> Optional.of(flare(flare));
      case Settled settled ->
          flares
              .settle()
              .map(
                  id ->
                      PlanEvents.settled(
                          recorded("pain-flare-settled", settled.minutesOnTheWay()), id));
      case RedFlagged flagged ->
          Optional.of(
              PlanEvents.redFlag(recorded("red-flag-raised", flagged.minutesOnTheWay()), flagged));
      case LapseNoticed _ -> lapse();
      case Reviewed review -> state.isAssessed() ? review(review) : Optional.empty();
    };
  }

  private ClearanceChanged clearance(ClearanceChanged changed) {
    clearanceEnds = changed.validUntil();
    return changed;
  }

  private Optional<PlanEvent> lapse() {
    Optional<Instant> ended = clearanceEnds.filter(end -> !now.isBefore(end));
    clearanceEnds = ended.isPresent() ? Optional.empty() : clearanceEnds;
    return ended.map(end -> PlanEvents.lapsed(new Cause(nextId(), "clearance-lapsed", end)));
  }

  private Optional<PlanEvent> session(SessionDone done) {
    return version(done.versionsBehind())
        .map(
            plan -> {
              Places places = new Places(items(plan));
              return PlanEvents.session(
                  recorded("session-recorded", done.minutesOnTheWay()),
                  done,
                  plan.number(),
                  places.done(done),
                  places.in(done.sore()));
            });
  }

  private PlanEvent flare(Flared flare) {
    Optional<PlanVersion> plan =
        flare.versionsBehind() < 0 ? Optional.empty() : version(flare.versionsBehind());
    List<String> provoking =
        new ArrayList<>(new Places(plan.map(this::items).orElse(List.of())).in(flare.provoking()));
    if ((flare.provoking() & Flared.UNKNOWN) != 0) {
      provoking.add("something-else");
    }
    Cause cause = recorded("pain-flare-reported", flare.minutesOnTheWay());
    Episode episode = flares.report(flare.severity(), cause.eventId());
    return PlanEvents.flare(
        cause, flare, flares.open(), episode, plan.map(PlanVersion::number), provoking);
  }

  /** What the service would refuse is not said. */
  private Optional<PlanEvent> review(Reviewed review) {
    List<Edit> made = edits.taken(state, review.wishes());
    return review.decision() == ReviewDecision.EDIT && made.isEmpty()
        ? Optional.empty()
        : Optional.of(PlanEvents.reviewed(told("review-decided"), review, made));
  }

  private Optional<PlanVersion> version(int behind) {
    return versions.isEmpty()
        ? Optional.empty()
        : Optional.of(versions.get(Math.max(0, versions.size() - 1 - behind)));
  }

  /** Who trains without being allowed to trains what was there before. */
  private List<Item> items(PlanVersion plan) {
    return plan.routine().items().isEmpty()
        ? state.training().routine().items()
        : plan.routine().items();
  }

  private Cause told(String type) {
    return new Cause(nextId(), type, now);
  }

  /** Records of one service never overtake each other; those of another one may have. */
  private Cause recorded(String type, int minutesOnTheWay) {
    Instant at = now.minus(Duration.ofMinutes(minutesOnTheWay));
    lastSessionRecord = at.isAfter(lastSessionRecord) ? at : lastSessionRecord.plusSeconds(1);
    return new Cause(nextId(), type, lastSessionRecord);
  }

  private UUID nextId() {
    return new UUID(0, ++events);
  }
}
