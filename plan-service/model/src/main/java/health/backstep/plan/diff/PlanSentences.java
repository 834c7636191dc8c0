package health.backstep.plan.diff;

import static health.backstep.plan.decision.Effect.DOSE_RAISED;
import static health.backstep.plan.decision.Effect.LEVEL_RAISED;
import static health.backstep.plan.decision.Effect.RECOVERY_ADDED;

import health.backstep.plan.course.Policy;
import health.backstep.plan.decision.Effect;
import health.backstep.plan.gate.Status;
import health.backstep.plan.routine.Reason;
import health.backstep.plan.routine.Stage;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says what became of the plan as a whole: whether it may be followed, how often, how long. */
final class PlanSentences {

  private static final int MINUTE = 60;
  private static final Set<Effect> GROWTH = EnumSet.of(LEVEL_RAISED, DOSE_RAISED);

  private final Snapshot from;
  private final Snapshot to;
  private final Grounds grounds;
  private final List<Sentence> sentences = new ArrayList<>();

  PlanSentences(Snapshot from, Snapshot to, Grounds grounds) {
    this.from = from;
    this.to = to;
    this.grounds = grounds;
  }

  static List<Sentence> first(Snapshot plan, Grounds grounds) {
    String exercises = " It has " + DoseWords.count(plan.items().size(), "exercise") + ".";
    List<Reason> rules = grounds.of(plan.status());
    String text =
        plan.status().showsExercises()
            ? "This is your first plan." + exercises
            : standing(plan, rules);
    return List.of(new Sentence(text, null, rules));
  }

  List<Sentence> all() {
    if (from.status() != to.status()) {
      List<Reason> rules = grounds.of(to.status());
      say(opened() ? opening() : standing(to, rules), rules);
    }
    if (to.status().showsExercises()) {
      stage();
      rhythm();
    }
    return sentences;
  }

  private void stage() {
    if (from.regressed() != to.regressed()) {
      say(
          to.regressed() ? "The plan takes a step back for now." : "The step back is over.",
          to.regressed() ? grounds.of(Grounds.STEP_BACK) : grounds.ofThePlan());
    }
    if (from.stage() != to.stage()) {
      say(
          "The plan is about " + words(to.stage()) + " now instead of " + words(from.stage()) + ".",
          grounds.ofThePlan());
    }
    if (from.policy() != to.policy()) {
      say(words(to.policy()), grounds.ofThePlan());
    }
  }

  private void rhythm() {
    if (from.sessionsPerWeek() != to.sessionsPerWeek()) {
      say(
          DoseWords.count(to.sessionsPerWeek(), "session")
              + " a week instead of "
              + from.sessionsPerWeek()
              + ".",
          to.sessionsPerWeek() < from.sessionsPerWeek() ? recovery() : grounds.ofThePlan());
    }
    if (!from.restUntil().equals(to.restUntil())) {
      say(
          to.restUntil().isPresent()
              ? "There is a recovery day before the next session; gentle movement is welcome."
              : "The extra recovery day is over.",
          to.restUntil().isPresent() ? recovery() : grounds.ofThePlan());
    }
    int minutesBefore = minutes(from);
    if (minutesBefore > 0 && minutesBefore != minutes(to)) {
      say(
          "A session takes about "
              + DoseWords.count(minutes(to), "minute")
              + " instead of "
              + minutesBefore
              + ".",
          grounds.of(minutes(to) < minutesBefore ? Grounds.STEP_BACK : GROWTH));
    }
  }

  private List<Reason> recovery() {
    return grounds.of(EnumSet.of(RECOVERY_ADDED));
  }

  private void say(String text, List<Reason> rules) {
    sentences.add(new Sentence(text, null, rules));
  }

  private boolean opened() {
    return to.status() == Status.ACTIVE;
  }

  private String opening() {
    return from.status().showsExercises()
        ? "The plan goes on."
        : "The plan is open again. It has " + DoseWords.count(to.items().size(), "exercise") + ".";
  }

  /** A plan that a safety sign has stopped says first what to do now. */
  private static String standing(Snapshot plan, List<Reason> rules) {
    return switch (plan.status()) {
      case ACTIVE -> "The plan is open.";
      case IN_REVIEW -> "The plan is held until a clinician has looked at it.";
      case WITHHELD -> "The plan waits until a health professional has cleared you to exercise.";
      case SUSPENDED ->
          what(rules)
              + "The plan is paused until a clinician has looked at it and cleared you again.";
    };
  }

  private static String what(List<Reason> rules) {
    return rules.stream().map(reason -> reason.text() + " ").collect(Collectors.joining());
  }

  private static int minutes(Snapshot plan) {
    return (plan.seconds() + MINUTE / 2) / MINUTE;
  }

  private static String words(Stage stage) {
    return switch (stage) {
      case CALM -> "calming things down";
      case CONTROL -> "moving with control";
      case BUILD -> "building strength";
    };
  }

  private static String words(Policy policy) {
    return switch (policy) {
      case PAIN_CONTINGENT -> "In a flare an exercise that hurts is replaced or made easier.";
      case TIME_CONTINGENT -> "In a flare you keep your exercises and do less of each.";
    };
  }
}
