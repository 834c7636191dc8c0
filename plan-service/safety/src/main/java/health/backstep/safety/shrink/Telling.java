package health.backstep.safety.shrink;

import health.backstep.plan.course.PlanVersion;
import health.backstep.plan.history.PlanEvent;
import health.backstep.plan.history.PlanEvent.AssessmentCompleted;
import health.backstep.plan.history.PlanEvent.ClearanceChanged;
import health.backstep.plan.history.PlanEvent.ClearanceLapsed;
import health.backstep.plan.history.PlanEvent.ExerciseDone;
import health.backstep.plan.history.PlanEvent.FlareReported;
import health.backstep.plan.history.PlanEvent.FlareSettled;
import health.backstep.plan.history.PlanEvent.PatientRecorded;
import health.backstep.plan.history.PlanEvent.RedFlagRaised;
import health.backstep.plan.history.PlanEvent.ReviewDecided;
import health.backstep.plan.history.PlanEvent.SessionRecorded;
import health.backstep.plan.routine.Item;
import health.backstep.safety.run.Run;
import health.backstep.safety.run.RunStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells a run as a story that a clinician can read. */
public final class Telling {

  private Telling() {}

  /** One line for each event and one for each plan that came of it. */
  public static List<String> of(Run run) {
    List<String> lines = new ArrayList<>();
    if (!run.steps().isEmpty()) {
      Instant begin = run.steps().getFirst().event().cause().occurredAt();
      int number = 0;
      for (RunStep step : run.steps()) {
        lines.add("%2d  %s  %s".formatted(++number, time(begin, step.event()), what(step.event())));
        step.version().ifPresent(plan -> lines.add("      -> " + plan(plan)));
      }
    }
    return lines;
  }

  private static String time(Instant begin, PlanEvent event) {
    long minutes =
        Math.floorDiv(Duration.between(begin, event.cause().occurredAt()).toSeconds(), 60);
    return String.format(
        Locale.ROOT,
        "day %3d %02d:%02d",
        Math.floorDiv(minutes, 24 * 60),
        Math.floorMod(minutes, 24 * 60) / 60,
        Math.floorMod(minutes, 60));
  }

  private static String what(PlanEvent event) {
    return switch (event) {
      case PatientRecorded it ->
          "patient recorded: %d minutes, %d a week, age %s, has %s"
              .formatted(
                  it.minutesPerSession(), it.sessionsPerWeek(), it.ageBand(), it.equipment());
      case ClearanceChanged it ->
          it.cleared()
              ? "cleared%s%s"
                  .formatted(
                      it.loading() ? ", with loading" : "",
                      it.validUntil().map(end -> ", until " + end).orElse(""))
              : "clearance withdrawn";
      case AssessmentCompleted it ->
          "assessed: %s%s, %s, bias %s, forbidden %s, %s, risk %s%s, pain %d, fear %s"
              .formatted(
                  it.triage(),
                  it.triageRules(),
                  it.stage(),
                  it.bias(),
                  it.forbidden(),
                  it.acuity(),
                  it.riskGroup(),
                  it.lowestStageOnly() ? ", lowest stage only" : "",
                  it.average7d(),
                  it.fear());
      case SessionRecorded it ->
          "session with plan %d: %s, %d %% done, %s, sore %s"
              .formatted(
                  it.planVersion(),
                  it.green() ? "green" : "not green",
                  it.donePercent(),
                  it.exercises().stream().map(Telling::done).collect(Collectors.joining(", ")),
                  it.sore());
      case FlareReported it ->
          "flare %s %s%s with plan %s at %s, provoked by %s"
              .formatted(
                  it.severity(),
                  it.episode(),
                  it.radiating() ? ", down the leg" : "",
                  it.planVersion().map(Object::toString).orElse("none"),
                  it.at(),
                  it.provoking());
      case FlareSettled _ -> "flare settled";
      case RedFlagRaised it -> "red flag, " + (it.emergency() ? "emergency" : "urgent");
      case ClearanceLapsed _ -> "clearance found to have run out";
      case ReviewDecided it -> "review: " + it.decision() + " " + it.edits();
    };
  }

  private static String done(ExerciseDone it) {
    return "%s %d (%d reps, pain %d)"
        .formatted(it.exerciseId(), it.level(), it.repsInLastSet(), it.painDuring());
  }

  private static String plan(PlanVersion plan) {
    return "plan %d %s %s %s%s, %d a week, by %s: %s"
        .formatted(
            plan.number(),
            plan.kind(),
            plan.status(),
            plan.stage(),
            plan.regressed() ? ", stepped back" : "",
            plan.sessionsPerWeek(),
            plan.decisions().stream().map(it -> it.rule()).distinct().toList(),
            plan.routine().items().stream().map(Telling::item).collect(Collectors.joining(", ")));
  }

  private static String item(Item item) {
    return "%s %d (%d s)".formatted(item.exerciseId(), item.level(), item.dose().workSeconds());
  }
}
