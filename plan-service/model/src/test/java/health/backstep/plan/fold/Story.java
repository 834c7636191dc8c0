package health.backstep.plan.fold;

import health.backstep.plan.catalogue.Catalogue;
import health.backstep.plan.catalogue.Direction;
import health.backstep.plan.catalogue.Equipment;
import health.backstep.plan.catalogue.wire.CatalogueFiles;
import health.backstep.plan.course.PlanState;
import health.backstep.plan.course.PlanVersion;
import health.backstep.plan.decision.Decision;
import health.backstep.plan.history.Cause;
import health.backstep.plan.history.FoldedEvent;
import health.backstep.plan.history.PlanEvent;
import health.backstep.plan.history.PlanEvent.Activity;
import health.backstep.plan.history.PlanEvent.Acuity;
import health.backstep.plan.history.PlanEvent.AssessmentCompleted;
import health.backstep.plan.history.PlanEvent.ClearanceChanged;
import health.backstep.plan.history.PlanEvent.Edit;
import health.backstep.plan.history.PlanEvent.Episode;
import health.backstep.plan.history.PlanEvent.ExerciseDone;
import health.backstep.plan.history.PlanEvent.FlareReported;
import health.backstep.plan.history.PlanEvent.FlareSettled;
import health.backstep.plan.history.PlanEvent.PatientRecorded;
import health.backstep.plan.history.PlanEvent.RedFlagRaised;
import health.backstep.plan.history.PlanEvent.ReviewDecided;
import health.backstep.plan.history.PlanEvent.ReviewDecision;
import health.backstep.plan.history.PlanEvent.RiskGroup;
import health.backstep.plan.history.PlanEvent.SessionRecorded;
import health.backstep.plan.history.PlanEvent.Severity;
import health.backstep.plan.history.PlanEvent.TriageOutcome;
import health.backstep.plan.routine.AgeBand;
import health.backstep.plan.routine.Bias;
import health.backstep.plan.routine.Fear;
import health.backstep.plan.routine.Item;
import health.backstep.plan.routine.Stage;
import health.backstep.rules.RuleSet;
import health.backstep.wire.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One patient's course, told in the clinic's words. Days count from the first assessment. */
final class Story {

  static final Catalogue CATALOGUE = CatalogueFiles.read();
  static final RuleSet RULES = RuleSet.current();

  private static final Instant DAY_0 = Instant.parse("2026-10-01T08:00:00Z");

  private final PlanFold fold = new PlanFold(CATALOGUE, RULES);
  private final List<PlanEvent> events = new ArrayList<>();
  private final List<PlanVersion> versions = new ArrayList<>();
  private PlanState state = PlanState.EMPTY;
  private Instant now = DAY_0;
  private int ids;

  private int minutes = 15;
  private Set<Equipment> equipment = Set.of();
  private Stage stage = Stage.CONTROL;
  private Bias bias = Bias.EXTENSION;
  private Set<Direction> forbidden = Set.of();
  private Acuity acuity = Acuity.SUBACUTE;
  private RiskGroup risk = RiskGroup.LOW;
  private Activity activity = Activity.MODERATE;
  private TriageOutcome triage = TriageOutcome.FIT;
  private List<String> triageRules = List.of();
  private AgeBand age = AgeBand.FROM_20_TO_50;
  private int sessions = 3;
  private boolean loading;
  private int pain = 4;
  private Fear fear = Fear.UNKNOWN;

  static Story of(Stage stage, Bias bias) {
    Story story = new Story();
    story.stage = stage;
    story.bias = bias;
    return story;
  }

  Story with(int sessionMinutes, Equipment... has) {
    minutes = sessionMinutes;
    equipment = Set.of(has);
    return this;
  }

  Story chronicAndAtHighRisk() {
    acuity = Acuity.CHRONIC;
    risk = RiskGroup.HIGH;
    return this;
  }

  Story atRisk(RiskGroup group) {
    risk = group;
    return this;
  }

  Story triaged(TriageOutcome outcome, String... rules) {
    triage = outcome;
    triageRules = List.of(rules);
    return this;
  }

  Story forbidding(Direction... directions) {
    forbidden = Set.of(directions);
    return this;
  }

  Story aged(AgeBand band) {
    age = band;
    return this;
  }

  Story sessions(int perWeek) {
    sessions = perWeek;
    return this;
  }

  Story clearedForLoading() {
    loading = true;
    return this;
  }

  /** Average pain of the last 7 days at the next assessment. */
  Story hurting(int average7d) {
    pain = average7d;
    return this;
  }

  Story fearing(Fear level) {
    fear = level;
    return this;
  }

  Story active(Activity before) {
    activity = before;
    return this;
  }

  Story since(Acuity onset) {
    acuity = onset;
    return this;
  }

  Story preferring(Bias direction) {
    bias = direction;
    return this;
  }

  Story now(Stage improved) {
    stage = improved;
    return this;
  }

  Story begin() {
    return registered().cleared().assessed();
  }

  Story registered() {
    return happened(
        new PatientRecorded(cause("patient-recorded"), age, equipment, minutes, sessions));
  }

  Story cleared() {
    return happened(
        new ClearanceChanged(cause("clearance-changed"), true, loading, Optional.empty()));
  }

  Story clearedUntil(int day) {
    return happened(
        new ClearanceChanged(
            cause("clearance-changed"),
            true,
            false,
            Optional.of(DAY_0.plus(Duration.ofDays(day)))));
  }

  Story clearanceWithdrawn() {
    return happened(
        new ClearanceChanged(cause("clearance-changed"), false, false, Optional.empty()));
  }

  Story assessed() {
    return assessedAt(now);
  }

  /** An assessment that comes now and was made on an earlier day. */
  Story assessedOnDay(int day) {
    return assessedAt(DAY_0.plus(Duration.ofDays(day)));
  }

  private Story assessedAt(Instant made) {
    Cause cause = cause("assessment-completed");
    return happened(
        new AssessmentCompleted(
            cause,
            made,
            triage,
            triageRules,
            acuity,
            stage,
            bias,
            forbidden,
            risk,
            activity,
            triageRules.contains("CL-2"),
            pain,
            fear));
  }

  Story day(int day) {
    now = DAY_0.plus(Duration.ofDays(day));
    return this;
  }

  Story greenSession() {
    return session(true, 100);
  }

  Story session(boolean green, int donePercent) {
    return session(green, donePercent, 0, List.of());
  }

  /** A green session with as many repetitions more than asked in every last set. */
  Story greenSessionWithSpare(int repetitions) {
    return session(true, 100, repetitions, List.of());
  }

  /** A session in which soreness from the warm-up came back in these. */
  Story soreSession(String... sore) {
    return session(false, 100, 0, List.of(sore));
  }

  private Story session(boolean green, int donePercent, int spare, List<String> sore) {
    List<ExerciseDone> done =
        plan().routine().items().stream()
            .map(
                item ->
                    new ExerciseDone(
                        item.exerciseId(),
                        item.level(),
                        item.dose().sets(),
                        item.dose().reps() + spare,
                        1,
                        false))
            .toList();
    return happened(
        new SessionRecorded(
            cause("session-recorded"), plan().number(), now, green, donePercent, done, sore));
  }

  Story flare(String id, Severity severity, String... provoking) {
    return flare(id, Episode.OPENED, severity, false, plan().number(), provoking);
  }

  Story escalates(String id, Severity severity, String... provoking) {
    return flare(id, Episode.ESCALATED, severity, false, plan().number(), provoking);
  }

  Story continues(String id, Severity severity) {
    return flare(id, Episode.CONTINUED, severity, false, plan().number());
  }

  Story continuesDownTheLeg(String id, String... provoking) {
    return flare(id, Episode.CONTINUED, Severity.MODERATE, true, plan().number(), provoking);
  }

  Story radiatingFlare(String id, String... provoking) {
    return flare(id, Episode.OPENED, Severity.MODERATE, true, plan().number(), provoking);
  }

  Story lateFlare(String id, Severity severity, int planVersion, String... provoking) {
    return flare(id, Episode.OPENED, severity, false, planVersion, provoking);
  }

  Story settles(String id) {
    return happened(new FlareSettled(cause("pain-flare-settled"), uuid(id), now));
  }

  Story redFlag(boolean emergency) {
    return happened(new RedFlagRaised(cause("red-flag-raised"), emergency));
  }

  Story review(ReviewDecision decision) {
    return happened(
        new ReviewDecided(
            cause("review-decided"), decision, "Dr. Rivera", "Looks fine.", List.of()));
  }

  Story edited(Edit... edits) {
    return happened(
        new ReviewDecided(
            cause("review-decided"),
            ReviewDecision.EDIT,
            "Dr. Rivera",
            "Looks fine.",
            List.of(edits)));
  }

  /** When the last event happened. */
  Instant lastEventAt() {
    return events.getLast().cause().occurredAt();
  }

  List<Fault> faults(List<Edit> edits) {
    return fold.faults(state, edits);
  }

  PlanVersion plan() {
    return versions.getLast();
  }

  PlanVersion version(int number) {
    return versions.get(number - 1);
  }

  List<PlanVersion> versions() {
    return versions;
  }

  PlanState state() {
    return state;
  }

  PlanState replayed() {
    return new PlanFold(CATALOGUE, RULES).fold(events);
  }

  /** The events as they are stored when they were folded under that rule set. */
  List<FoldedEvent> folded(String rulesetVersion) {
    return events.stream().map(event -> new FoldedEvent(event, rulesetVersion)).toList();
  }

  Item item(String exerciseId) {
    return plan().routine().find(exerciseId).orElseThrow();
  }

  List<String> rules() {
    return plan().decisions().stream().map(Decision::rule).distinct().toList();
  }

  private Story flare(
      String id,
      Episode episode,
      Severity severity,
      boolean radiating,
      int planVersion,
      String... provoking) {
    return happened(
        new FlareReported(
            cause("pain-flare-reported"),
            uuid(id),
            episode,
            severity,
            now,
            Optional.of(planVersion),
            List.of(provoking),
            radiating));
  }

  private Story happened(PlanEvent event) {
    events.add(event);
    Step step = fold.apply(state, event);
    state = step.state();
    step.version().ifPresent(versions::add);
    now = now.plusSeconds(60);
    return this;
  }

  private Cause cause(String type) {
    return new Cause(new UUID(0, ++ids), type, now);
  }

  private static UUID uuid(String id) {
    return UUID.nameUUIDFromBytes(id.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
