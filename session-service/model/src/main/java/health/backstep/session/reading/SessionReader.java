package health.backstep.session.reading;

import health.backstep.rules.RuleSet;
import health.backstep.session.flare.FlareReport;
import health.backstep.session.pain.Origin;
import health.backstep.session.pain.PainSigns;
import health.backstep.session.workout.PerformedExercise;
import health.backstep.session.workout.WorkoutSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a session by FL-3, FL-4, PM-RED, SO-1, PM-AMBER and PM-GREEN, in this order. */
final class SessionReader {

  private final PainMonitoring monitoring;
  private final FlareSeverity severity;

  SessionReader(RuleSet rules) {
    monitoring = new PainMonitoring(rules);
    severity = new FlareSeverity(rules);
  }

  /** One session gives at most one report. */
  Finding read(WorkoutSession session, Optional<UsualPain> usual) {
    List<String> flareRules = flareRules(session);
    return flareRules.isEmpty()
        ? withoutFlare(session)
        : Finding.flare(report(session, usual, flareRules));
  }

  private List<String> flareRules(WorkoutSession session) {
    List<String> rules = new ArrayList<>();
    if (alarming(session)) {
      rules.add("FL-3");
    }
    if (session.exercises().stream().anyMatch(PerformedExercise::stoppedForPain)) {
      rules.add("FL-4");
    }
    if (monitoring.red(session)) {
      rules.add("PM-RED");
    }
    return rules;
  }

  private Finding withoutFlare(WorkoutSession session) {
    if (monitoring.green(session)) {
      return Finding.of(Outcome.GREEN, List.of("PM-GREEN"));
    }
    boolean sore =
        session.exercises().stream()
            .map(PerformedExercise::signs)
            .anyMatch(PainSigns::workedMuscleAche);
    return Finding.of(Outcome.AMBER, sore ? List.of("SO-1", "PM-AMBER") : List.of("PM-AMBER"));
  }

  private FlareReport report(
      WorkoutSession session, Optional<UsualPain> usual, List<String> flareRules) {
    int worst = session.worstPain();
    double aboveUsual = usual.map(known -> known.riseTo(worst)).orElse(0.0);
    double rise = Math.max(worst - session.painBefore(), aboveUsual);
    return new FlareReport(
        severity.of(worst, rise, alarming(session), false),
        worst,
        (int) Math.ceil(rise),
        session.endedAt(),
        provoking(session),
        session.exercises().stream().anyMatch(exercise -> exercise.signs().radiating()),
        flareRules,
        Origin.SESSION,
        Optional.of(session.planVersion()),
        Optional.of(session.id()));
  }

  private List<String> provoking(WorkoutSession session) {
    return session.exercises().stream()
        .filter(
            exercise ->
                exercise.stoppedForPain()
                    || exercise.signs().alarming()
                    || monitoring.overLimits(exercise, session.painBefore()))
        .map(PerformedExercise::exerciseId)
        .toList();
  }

  private static boolean alarming(WorkoutSession session) {
    return session.exercises().stream().anyMatch(exercise -> exercise.signs().alarming());
  }
}
