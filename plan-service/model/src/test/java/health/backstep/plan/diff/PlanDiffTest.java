package health.backstep.plan.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import health.backstep.plan.catalogue.Dose;
import health.backstep.plan.course.Policy;
import health.backstep.plan.decision.Effect;
import health.backstep.plan.diff.ItemChange.Kind;
import health.backstep.plan.diff.Snapshot.Ground;
import health.backstep.plan.diff.Snapshot.Portion;
import health.backstep.plan.gate.Status;
import health.backstep.plan.routine.Reason;
import health.backstep.plan.routine.Stage;
import health.backstep.rules.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a patient reads about the difference between two versions of the plan. */
class PlanDiffTest {

  private static final Dose EIGHT = new Dose(2, 8, 2, 4, false, 30);
  private static final Portion BRIDGE = new Portion("bridge", "Bridge", 2, EIGHT);
  private static final Portion WALL_SIT = new Portion("wall-sit", "Wall sit", 3, EIGHT);
  private static final Portion WALK = new Portion("walk", "Walk", 1, EIGHT);
  private static final Snapshot BEFORE = plan(4, Status.ACTIVE, BRIDGE, WALL_SIT, WALK);

  @Test
  void twoEqualVersionsSaySo() {
    PlanDiff diff = diff(BEFORE, plan(5, Status.ACTIVE, BRIDGE, WALL_SIT, WALK));

    assertThat(texts(diff)).containsExactly("Nothing has changed.");
    assertThat(diff.items()).isEmpty();
    assertThat(diff.unchanged()).isEqualTo(3);
  }

  @Test
  void theFirstPlanIsNewAsAWhole() {
    PlanDiff diff = PlanDiff.first(plan(1, Status.ACTIVE, BRIDGE, WALK));

    assertThat(diff.from()).isZero();
    assertThat(texts(diff)).containsExactly("This is your first plan. It has 2 exercises.");
    assertThat(diff.items()).extracting(ItemChange::change).containsOnly(Kind.ADDED);
  }

  @Test
  void whatIsNewAndWhatIsGoneIsNamed() {
    Portion step = new Portion("step-up", "Step-up", 1, EIGHT);

    PlanDiff diff = diff(BEFORE, plan(5, Status.ACTIVE, BRIDGE, step, WALK));

    assertThat(texts(diff))
        .containsExactly("Step-up is new.", "Wall sit is not part of the plan now.");
    assertThat(diff.items())
        .extracting(ItemChange::exerciseId, ItemChange::change)
        .containsExactly(tuple("step-up", Kind.ADDED), tuple("wall-sit", Kind.REMOVED));
    assertThat(diff.unchanged()).isEqualTo(2);
  }

  @ParameterizedTest(name = "{0} becomes {1}: {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        // level sets reps hold seconds side rest
        "3 1 10 0 4 N 0  | 2 1 8 0 4 N 0   | EASIER | level 2 instead of 3, 8 times instead of 10",
        "2 1 8 0 4 N 0   | 3 1 10 0 4 N 0  | HARDER | level 3 instead of 2, 10 times instead of 8",
        "2 2 10 0 4 N 30 | 2 2 8 0 4 N 30  | LESS | 8 times a set instead of 10",
        "2 2 8 0 4 N 30  | 2 2 10 0 4 N 30 | MORE | 10 times a set instead of 8",
        "2 2 8 0 4 N 30  | 2 1 8 0 4 N 30  | LESS | 1 set instead of 2",
        "1 1 1 30 0 N 0  | 1 1 1 20 0 N 0  | LESS | 20 seconds instead of 30 seconds",
        "1 1 1 600 0 N 0 | 1 1 1 720 0 N 0 | MORE | 12 minutes instead of 10 minutes",
        "1 1 1 60 0 N 0  | 1 1 1 45 0 N 0  | LESS | 45 seconds instead of 1 minute",
        "1 1 8 3 4 N 0   | 1 1 8 2 4 N 0   | LESS | held for 2 seconds instead of 3 seconds",
        "1 1 8 0 4 N 0   | 1 1 8 2 4 N 0   | MORE | now held for 2 seconds",
        "1 1 8 2 4 N 0   | 1 1 8 0 4 N 0   | LESS | no longer held",
        "1 1 8 0 4 N 0   | 1 1 8 0 6 N 0   | MORE | more slowly",
        "1 1 8 0 4 N 0   | 1 1 8 0 4 Y 0   | MORE | now on each side",
        "1 1 8 0 4 Y 0   | 1 1 8 0 4 N 0   | LESS | no longer on each side",
        "1 2 8 0 4 N 30  | 1 2 8 0 4 N 45  | LESS | "
            + "45 seconds of rest between sets instead of 30 seconds",
        "1 2 8 0 4 N 45  | 1 2 8 0 4 N 30  | MORE | "
            + "30 seconds of rest between sets instead of 45 seconds",
        "1 2 8 0 4 N 0   | 1 1 16 0 4 N 0  | OTHERWISE | "
            + "1 set instead of 2, 16 times instead of 8",
      })
  void anAmountIsComparedPartByPart(String before, String after, Kind kind, String words) {
    PlanDiff diff =
        diff(plan(1, Status.ACTIVE, portion(before)), plan(2, Status.ACTIVE, portion(after)));

    assertThat(texts(diff)).containsExactly("Bridge: " + words + ".");
    assertThat(diff.items()).extracting(ItemChange::change).containsExactly(kind);
    assertThat(diff.unchanged()).isZero();
  }

  @Test
  void anExerciseAtAnotherPlaceIsMovedAndTheOthersAreNot() {
    PlanDiff last = diff(BEFORE, plan(5, Status.ACTIVE, WALL_SIT, WALK, BRIDGE));
    PlanDiff first = diff(BEFORE, plan(5, Status.ACTIVE, WALK, BRIDGE, WALL_SIT));

    assertThat(texts(last)).containsExactly("Bridge now comes after Walk.");
    assertThat(texts(first)).containsExactly("Walk now comes first.");
    assertThat(first.items()).extracting(ItemChange::change).containsExactly(Kind.MOVED);
    assertThat(first.unchanged()).isEqualTo(2);
  }

  @ParameterizedTest(name = "from {0} to {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "ACTIVE | SUSPENDED"
            + " | The plan is paused until a clinician has looked at it and cleared you again.",
        "ACTIVE | WITHHELD"
            + " | The plan waits until a health professional has cleared you to exercise.",
        "SUSPENDED | WITHHELD"
            + " | The plan waits until a health professional has cleared you to exercise.",
        "WITHHELD | ACTIVE | The plan is open again. It has 1 exercise.",
        "SUSPENDED | ACTIVE | The plan is open again. It has 1 exercise.",
        "IN_REVIEW | ACTIVE | The plan goes on.",
        "ACTIVE | IN_REVIEW" + " | The plan is held until a clinician has looked at it.",
      })
  void whetherThePlanMayBeFollowedComesFirstAndAClosedPlanListsNoExercises(
      Status before, Status after, String words) {
    PlanDiff diff = diff(standing(1, before), standing(2, after));

    assertThat(texts(diff)).containsExactly(words);
  }

  @Test
  void theRhythmOfThePlanIsCompared() {
    Snapshot after =
        new Snapshot(
            5,
            Status.ACTIVE,
            Stage.CALM,
            Policy.TIME_CONTINGENT,
            true,
            Optional.of(Instant.parse("2026-11-22T00:00:00Z")),
            2,
            544,
            BEFORE.items(),
            List.of());

    assertThat(texts(diff(BEFORE, after)))
        .containsExactly(
            "The plan takes a step back for now.",
            "The plan is about calming things down now instead of moving with control.",
            "In a flare you keep your exercises and do less of each.",
            "2 sessions a week instead of 3.",
            "There is a recovery day before the next session; gentle movement is welcome.",
            "A session takes about 9 minutes instead of 10.");
    assertThat(texts(diff(after, BEFORE)))
        .containsExactly(
            "The step back is over.",
            "The plan is about moving with control now instead of calming things down.",
            "In a flare an exercise that hurts is replaced or made easier.",
            "3 sessions a week instead of 2.",
            "The extra recovery day is over.",
            "A session takes about 10 minutes instead of 9.");
  }

  @Test
  void eachSentenceNamesTheDecisionsThatCausedIt() {
    Portion step = new Portion("step-up", "Step-up", 1, EIGHT);
    Portion shorterWalk = new Portion("walk", "Walk", 1, EIGHT.less(30));
    Snapshot after =
        because(
            plan(5, Status.ACTIVE, BRIDGE, step, shorterWalk),
            ground("RG-MODERATE", Effect.EXERCISE_SWAPPED, "wall-sit", "Step-up, level 1, 8."),
            ground("PR-1", Effect.LEVEL_RAISED, "walk", "Walk, level 2, 8."),
            ground("RG-MILD", Effect.DOSE_LOWERED, null, "90 seconds of work"),
            ground("RG-REPEAT", Effect.REVIEW_ASKED, null, null));

    assertThat(diff(BEFORE, after).sentences())
        .extracting(Sentence::exerciseId, PlanDiffTest::rules)
        .containsExactly(
            tuple("step-up", List.of("RG-MODERATE")),
            tuple("walk", List.of("RG-MILD")),
            tuple("wall-sit", List.of("RG-MODERATE")));
  }

  @Test
  void aDifferenceThatNoDecisionNamesComesFromTheDecisionOnTheWholePlan() {
    Snapshot after =
        because(
            plan(5, Status.ACTIVE, BRIDGE, WALK),
            ground("RE-1", Effect.PLAN_BUILT, null, null),
            ground("PL-STAGE", Effect.PLAN_BUILT, null, null));

    assertThat(diff(BEFORE, after).sentences())
        .extracting(PlanDiffTest::rules)
        .containsExactly(List.of("RE-1"));
  }

  @Test
  void aClosedPlanNamesWhatClosedItAndNotWhatHappenedBefore() {
    Snapshot between =
        because(standing(2, Status.WITHHELD), ground("CL-1", Effect.PLAN_WITHHELD, null, null));
    Snapshot after =
        because(
            standing(3, Status.SUSPENDED),
            ground("RF-EMERGENCY", Effect.PLAN_SUSPENDED, null, null));

    PlanDiff diff = PlanDiff.between(BEFORE, after, List.of(between, after));

    assertThat(diff.sentences())
        .extracting(PlanDiffTest::rules)
        .containsExactly(List.of("RF-EMERGENCY"));
    assertThat(texts(diff))
        .containsExactly(
            "Why. The plan is paused until a clinician has looked at it and cleared you again.");
  }

  @Test
  void goingBackInTimeHasNoCause() {
    Snapshot after =
        because(
            plan(5, Status.ACTIVE, BRIDGE, WALK), ground("RE-1", Effect.PLAN_BUILT, null, null));

    PlanDiff diff = PlanDiff.between(after, BEFORE, List.of());

    assertThat(texts(diff)).containsExactly("Wall sit is new.");
    assertThat(diff.sentences()).extracting(PlanDiffTest::rules).containsExactly(List.of());
  }

  private static PlanDiff diff(Snapshot from, Snapshot to) {
    return PlanDiff.between(from, to, List.of(to));
  }

  private static List<String> texts(PlanDiff diff) {
    return diff.sentences().stream().map(Sentence::text).toList();
  }

  private static List<String> rules(Sentence sentence) {
    return sentence.rules().stream().map(Reason::rule).toList();
  }

  private static Snapshot standing(int number, Status status) {
    return status.showsExercises() ? plan(number, status, BRIDGE) : plan(number, status);
  }

  private static Snapshot plan(int number, Status status, Portion... items) {
    return new Snapshot(
        number,
        status,
        Stage.CONTROL,
        Policy.PAIN_CONTINGENT,
        false,
        Optional.empty(),
        3,
        items.length == 0 ? 0 : 600,
        List.of(items),
        List.of());
  }

  private static Snapshot because(Snapshot plan, Ground... grounds) {
    return new Snapshot(
        plan.number(),
        plan.status(),
        plan.stage(),
        plan.policy(),
        plan.regressed(),
        plan.restUntil(),
        plan.sessionsPerWeek(),
        plan.seconds(),
        plan.items(),
        List.of(grounds));
  }

  private static Ground ground(
      String rule, Effect effect, @Nullable String exerciseId, @Nullable String after) {
    return new Ground(rule, 1, effect, exerciseId, after, "Why.", List.of(), Evidence.DESIGN);
  }

  /** The bridge: level, sets, repetitions, hold, seconds each, on each side or not, rest. */
  private static Portion portion(String words) {
    String[] part = words.strip().split(" +", -1);
    Dose dose =
        new Dose(
            Integer.parseInt(part[1]),
            Integer.parseInt(part[2]),
            Integer.parseInt(part[3]),
            Integer.parseInt(part[4]),
            part[5].equals("Y"),
            Integer.parseInt(part[6]));
    return new Portion("bridge", "Bridge", Integer.parseInt(part[0]), dose);
  }
}
