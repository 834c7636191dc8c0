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
import java.util.Set;

/**
 * Reads a session by FL-3, FL-4, SO-1, SO-3, PM-RED, PM-AMBER and PM-GREEN. Its pain is held
 * against the pain before it, and not by FL-1: pain that was there before is a check-in's or
 * report's to tell. SO-3 goes beside a flare, because a plan answers each of them.
 */
final class SessionReader {

  private static final String SO_3 = "SO-3";

  private final PainMonitoring monitoring;
  private final FlareSeverity severity;
  private final WarmUpSoreness warmUpSoreness;

  SessionReader(RuleSet rules) {
    monitoring = new PainMonitoring(rules);
    severity = new FlareSeverity(rules);
    warmUpSoreness = new WarmUpSoreness(rules);
  }

  /**
   * One session gives at most one report.
   *
   * @param warmUp ids of the exercises that warm up
   */
  Finding read(WorkoutSession session, Set<String> warmUp, Optional<UsualPain> usual) {
    List<String> sore = warmUpSoreness.lasting(session, warmUp);
    List<String> rules = flareRules(session, !sore.isEmpty());
    List<String> flareRules = rules.stream().filter(rule -> !rule.equals(SO_3)).toList();
    return flareRules.isEmpty()
        ? withoutFlare(session, sore)
        : new Finding(Outcome.FLARE, rules, Optional.of(report(session, usual, flareRules)), sore);
  }

  private List<String> flareRules(WorkoutSession session, boolean soreSinceWarmUp) {
    List<String> rules = new ArrayList<>();
    if (alarming(session)) {
      rules.add("FL-3");
    }
    if (session.exercises().stream().anyMatch(PerformedExercise::stoppedForPain)) {
      rules.add("FL-4");
    }
    if (soreSinceWarmUp) {
      rules.add(SO_3);
    }
    if (monitoring.red(session)) {
      rules.add("PM-RED");
    }
    return rules;
  }

  /** Soreness that did not warm away holds the session back however little it hurt. */
  private Finding withoutFlare(WorkoutSession session, List<String> sore) {
    boolean green = monitoring.green(session);
    if (green && sore.isEmpty()) {
      return Finding.of(Outcome.GREEN, List.of("PM-GREEN"));
    }
    List<String> rules = new ArrayList<>();
    if (!sore.isEmpty()) {
      rules.add(SO_3);
    } else if (aching(session)) {
      rules.add("SO-1");
    }
    if (!green) {
      rules.add("PM-AMBER");
    }
    return new Finding(Outcome.AMBER, List.copyOf(rules), Optional.empty(), sore);
  }

  private static boolean aching(WorkoutSession session) {
    return session.exercises().stream()
        .map(PerformedExercise::signs)
        .anyMatch(PainSigns::workedMuscleAche);
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
