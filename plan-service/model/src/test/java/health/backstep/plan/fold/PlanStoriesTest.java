package health.backstep.plan.fold;

import static health.backstep.plan.history.PlanEvent.Severity.MILD;
import static health.backstep.plan.history.PlanEvent.Severity.MODERATE;
import static health.backstep.plan.history.PlanEvent.Severity.SEVERE;
import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.plan.catalogue.Direction;
import health.backstep.plan.catalogue.Equipment;
import health.backstep.plan.catalogue.Kind;
import health.backstep.plan.course.Policy;
import health.backstep.plan.course.VersionKind;
import health.backstep.plan.decision.Decision;
import health.backstep.plan.gate.Status;
import health.backstep.plan.history.PlanEvent.ReviewDecision;
import health.backstep.plan.history.PlanEvent.TriageOutcome;
import health.backstep.plan.routine.Bias;
import health.backstep.plan.routine.Item;
import health.backstep.plan.routine.Routine;
import health.backstep.plan.routine.Stage;
import org.junit.jupiter.api.Test;

/** What the rules do to a plan, one story for each. */
class PlanStoriesTest {

  private final Story story = Story.of(Stage.CONTROL, Bias.EXTENSION);

  @Test
  void anAssessmentOfAClearedPatientGivesAnActivePlan() {
    story.begin();

    assertThat(story.plan().number()).isEqualTo(1);
    assertThat(story.plan().status()).isEqualTo(Status.ACTIVE);
    assertThat(story.plan().kind()).isEqualTo(VersionKind.GENERATED);
    assertThat(story.plan().routine().items()).hasSizeGreaterThanOrEqualTo(5);
    assertThat(story.rules()).contains("RE-1", "PL-STAGE").doesNotContain("PL-POLICY");
  }

  @Test
  void withoutClearanceThePlanIsWithheldAndClearanceOpensIt() {
    story.registered().assessed();
    assertThat(story.plan().status()).isEqualTo(Status.WITHHELD);
    assertThat(story.plan().routine()).isEqualTo(Routine.EMPTY);
    assertThat(story.rules()).contains("CL-1");

    story.cleared();
    assertThat(story.plan().status()).isEqualTo(Status.ACTIVE);
    assertThat(story.plan().number()).isEqualTo(2);
  }

  @Test
  void aClearanceThatHasExpiredWithholdsThePlanAtTheNextEvent() {
    story.registered().clearedUntil(5).assessed().day(6).greenSession();

    assertThat(story.plan().status()).isEqualTo(Status.WITHHELD);
  }

  @Test
  void anEmergencyAnswerInTheAssessmentGivesNoPlan() {
    story.registered().cleared().triaged(TriageOutcome.EMERGENCY, "RF-EMERGENCY").assessed();

    assertThat(story.plan().status()).isEqualTo(Status.SUSPENDED);
    assertThat(story.plan().routine()).isEqualTo(Routine.EMPTY);
    assertThat(story.rules()).contains("RF-EMERGENCY");
  }

  @Test
  void anUrgentAnswerWithholdsThePlanUntilClearanceIsRecordedAfterIt() {
    story.registered().cleared().triaged(TriageOutcome.NEEDS_CLEARANCE, "RF-URGENT").assessed();
    assertThat(story.plan().status()).isEqualTo(Status.WITHHELD);

    story.cleared();
    assertThat(story.plan().status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void aRedFlagSuspendsARunningPlanAndOnlyNewClearanceBringsItBack() {
    story.begin().day(3).redFlag(true);
    assertThat(story.plan().status()).isEqualTo(Status.SUSPENDED);
    assertThat(story.plan().kind()).isEqualTo(VersionKind.SUSPENDED);
    assertThat(story.plan().routine()).isEqualTo(Routine.EMPTY);

    story.clearanceWithdrawn().assessed();
    assertThat(story.plan().status()).isEqualTo(Status.SUSPENDED);

    story.cleared();
    assertThat(story.plan().status()).isEqualTo(Status.ACTIVE);
    assertThat(story.plan().routine().items()).isNotEmpty();
  }

  @Test
  void aWithdrawnAndRenewedClearanceBringsTheSameRoutineBackAlsoWithinAFlare() {
    story.begin().day(2).flare("f", MODERATE, "bridge");
    Routine lowered = story.plan().routine();

    story.day(3).redFlag(false).clearanceWithdrawn().cleared();

    assertThat(story.plan().status()).isEqualTo(Status.ACTIVE);
    assertThat(story.plan().routine()).isEqualTo(lowered);
    assertThat(story.plan().regressed()).isTrue();
    assertThat(story.rules()).containsExactly("CL-1");
  }

  @Test
  void aMildFlareLowersTheExerciseThatHurtAndTheDose() {
    Routine before = story.begin().plan().routine();
    Item bridge = story.item("bridge");
    assertThat(bridge.level()).isEqualTo(2);

    story.day(2).flare("f", MILD, "bridge");

    assertThat(story.item("bridge").level()).isEqualTo(1);
    assertThat(story.plan().routine().load()).isLessThan(before.load());
    assertThat(story.plan().regressed()).isTrue();
    assertThat(story.plan().kind()).isEqualTo(VersionKind.REGRESSED);
    assertThat(story.rules()).containsExactly("RG-MILD");
  }

  @Test
  void aModerateFlareSwapsTheExerciseThatHurtAndTakesStrengthOneLevelDown() {
    Routine before = story.begin().plan().routine();

    story.day(2).flare("f", MODERATE, "bridge");

    assertThat(story.plan().routine().has("bridge")).isFalse();
    assertThat(story.plan().routine().items())
        .filteredOn(item -> item.exercise().kind() == Kind.STRENGTH)
        .allSatisfy(item -> assertThat(item.level()).isEqualTo(1));
    assertThat(story.plan().routine().load()).isLessThanOrEqualTo(before.load() * 70 / 100);
    assertThat(story.plan().sessionsPerWeek()).isEqualTo(2);
    assertThat(story.plan().restUntil()).isPresent();
    assertThat(story.plan().decisions())
        .filteredOn(decision -> "bridge".equals(decision.exerciseId()))
        .singleElement()
        .extracting(Decision::before)
        .asString()
        .contains("Bridge, level 2");
  }

  @Test
  void aSevereFlareLeavesOnlyWhatIsGentleAndAsksTheSafetyQuestions() {
    story.begin().day(2).flare("f", SEVERE);

    assertThat(story.plan().routine().items())
        .isNotEmpty()
        .allSatisfy(item -> assertThat(item.exercise().kind().isGentle()).isTrue());
    assertThat(story.rules()).contains("RG-SEVERE", "RF-RESCREEN");
  }

  @Test
  void afterASevereFlareOnlyANewAssessmentBuildsUpAgain() {
    story.begin().day(2).flare("f", SEVERE).day(6).settles("f");
    assertThat(story.plan().regressed()).isTrue();

    story.day(7).assessed();
    assertThat(story.plan().regressed()).isFalse();
    assertThat(story.plan().routine().items())
        .anyMatch(item -> item.exercise().kind() == Kind.STRENGTH);
  }

  @Test
  void whenTheFlareHasSettledThePlanFromBeforeIsBack() {
    Routine before = story.begin().plan().routine();

    story.day(2).flare("f", MODERATE, "bridge").day(5).settles("f");

    assertThat(story.plan().kind()).isEqualTo(VersionKind.RESTORED);
    assertThat(story.plan().routine()).isEqualTo(before);
    assertThat(story.plan().sessionsPerWeek()).isEqualTo(3);
    assertThat(story.plan().regressed()).isFalse();
    assertThat(story.rules()).containsExactly("RG-TEMP");
  }

  @Test
  void aReportThatOnlyContinuesAFlareChangesNothing() {
    story.begin().day(2).flare("f", MILD, "bridge");
    int versions = story.versions().size();

    story.day(3).continues("f", MILD);

    assertThat(story.versions()).hasSize(versions);
  }

  @Test
  void aFlareThatGetsWorseStepsBackFurtherAndStillRestoresThePlanFromBefore() {
    Routine before = story.begin().plan().routine();
    int mild = story.day(2).flare("f", MILD, "bridge").plan().routine().load();

    story.day(3).escalates("f", MODERATE, "bridge");
    assertThat(story.plan().routine().load()).isLessThan(mild);

    story.day(8).settles("f");
    assertThat(story.plan().routine()).isEqualTo(before);
  }

  @Test
  void afterASecondFlareInTwoWeeksTheLowerLevelStaysAndAReviewIsAsked() {
    story.begin().day(1).flare("a", MILD, "bridge").day(4).settles("a");
    story.day(9).flare("b", MODERATE, "bridge");
    assertThat(story.plan().reviewAsked()).isTrue();
    assertThat(story.rules()).contains("RG-REPEAT");

    story.day(12).settles("b");
    assertThat(story.plan().regressed()).isFalse();
    assertThat(story.plan().routine().has("bridge")).isFalse();

    story.day(15).assessed();
    assertThat(story.plan().routine().has("bridge")).isFalse();
  }

  @Test
  void aSecondFlareOnDay14IsNoRepeat() {
    story.begin().day(1).flare("a", MILD, "bridge").day(4).settles("a");

    story.day(15).flare("b", MILD, "bridge");

    assertThat(story.plan().reviewAsked()).isFalse();
  }

  @Test
  void aThirdFlareInTwoWeeksHoldsThePlanUntilAClinicianHasLooked() {
    story.begin().day(1).flare("a", MILD, "bridge").day(3).settles("a");
    story.day(5).flare("b", MILD, "bridge").day(7).settles("b");

    story.day(9).flare("c", MILD);
    assertThat(story.plan().status()).isEqualTo(Status.IN_REVIEW);
    assertThat(story.plan().routine().items())
        .allSatisfy(item -> assertThat(item.exercise().kind().isGentle()).isTrue());

    story.day(11).settles("c");
    assertThat(story.plan().status()).isEqualTo(Status.IN_REVIEW);

    story.review(ReviewDecision.RESUME);
    assertThat(story.plan().status()).isEqualTo(Status.ACTIVE);
    assertThat(story.plan().decisions().getFirst().text()).contains("Dr. Rivera", "Looks fine.");
  }

  @Test
  void painThatMovesDownTheLegTakesTheDirectionOut() {
    String extending =
        story.begin().plan().routine().items().stream()
            .filter(item -> item.exercise().direction() == Direction.EXTENSION)
            .findFirst()
            .orElseThrow()
            .exerciseId();

    story.day(2).radiatingFlare("f", extending).day(5).settles("f");

    assertThat(story.rules()).contains("RG-TEMP");
    assertThat(story.plan().routine().items())
        .noneMatch(item -> item.exercise().direction() == Direction.EXTENSION);
  }

  @Test
  void aLateFlareAgainstAnOlderPlanIsAppliedOnceAndNeverRaises() {
    story.begin().day(2).flare("a", MODERATE, "bridge");
    Routine lowered = story.plan().routine();

    story.day(3).lateFlare("b", MILD, 1, "bridge");

    assertThat(story.plan().routine()).isEqualTo(lowered);
    assertThat(story.rules()).contains("RG-STALE");
  }

  @Test
  void threeGreenSessionsInARowGiveOneStepUp() {
    Routine before = Story.of(Stage.BUILD, Bias.EXTENSION).begin().plan().routine();
    Story building = Story.of(Stage.BUILD, Bias.EXTENSION).begin();

    building.day(2).greenSession().day(4).greenSession();
    assertThat(building.versions()).hasSize(1);
    building.day(6).greenSession();

    assertThat(building.plan().kind()).isEqualTo(VersionKind.PROGRESSED);
    assertThat(building.plan().routine().load()).isGreaterThan(before.load());
    assertThat(building.rules()).contains("PR-1", "PR-CAP");
  }

  @Test
  void anAmberSessionOrTooLittleDoneBreaksTheRow() {
    Story building = Story.of(Stage.BUILD, Bias.EXTENSION).begin();

    building.day(1).greenSession().day(2).greenSession().day(3).session(false, 100);
    building.day(4).greenSession().day(5).greenSession().day(6).session(true, 79);

    assertThat(building.versions()).hasSize(1);
  }

  @Test
  void thereIsAtMostOneStepInSevenDays() {
    Story building = Story.of(Stage.BUILD, Bias.EXTENSION).begin();
    building.day(1).greenSession().day(2).greenSession().day(3).greenSession();
    assertThat(building.versions()).hasSize(2);

    building.day(4).greenSession().day(5).greenSession().day(6).greenSession();
    assertThat(building.versions()).hasSize(2);

    building.day(11).greenSession();
    assertThat(building.versions()).hasSize(3);
  }

  @Test
  void nothingGoesUpOnAnAssessmentOlderThan28Days() {
    Story building = Story.of(Stage.BUILD, Bias.EXTENSION).begin();

    building.day(29).greenSession().day(30).greenSession().day(31).greenSession();

    assertThat(building.versions()).hasSize(1);
  }

  @Test
  void chronicPainAtHighRiskKeepsTheExercisesAndLowersTheAmount() {
    story.chronicAndAtHighRisk().begin();
    Routine before = story.plan().routine();
    assertThat(story.plan().policy()).isEqualTo(Policy.TIME_CONTINGENT);
    assertThat(story.rules()).contains("PL-POLICY");

    story.day(2).flare("f", MODERATE, "bridge");

    assertThat(story.plan().routine().items())
        .extracting(Item::exerciseId)
        .containsExactlyElementsOf(before.items().stream().map(Item::exerciseId).toList());
    assertThat(story.plan().routine().load()).isLessThan(before.load());
    assertThat(story.plan().reviewAsked()).isTrue();
  }

  @Test
  void aForbiddenDirectionIsNeverInThePlan() {
    story.forbidding(Direction.EXTENSION).begin();

    assertThat(story.plan().routine().items())
        .noneMatch(item -> item.exercise().direction() == Direction.EXTENSION);
  }

  @Test
  void fewerMinutesGiveAShorterPlanThatStillWarmsUp() {
    story.with(30).begin();
    int long30 = story.plan().routine().items().size();

    story.with(5).registered();

    assertThat(story.plan().routine().items()).hasSizeLessThan(long30);
    assertThat(story.plan().routine().seconds(5, 10)).isLessThanOrEqualTo(300);
    assertThat(story.plan().routine().items().getFirst().exercise().kind())
        .isEqualTo(Kind.MOBILITY);
  }

  @Test
  void equipmentOpensMoreExercises() {
    Story atHome = Story.of(Stage.BUILD, Bias.NONE).with(60).begin();
    Story atTheGym =
        Story.of(Stage.BUILD, Bias.NONE)
            .with(60, Equipment.STATIONARY_BIKE, Equipment.EXERCISE_BALL)
            .begin();

    assertThat(atHome.plan().routine().items())
        .allSatisfy(
            item -> assertThat(Equipment.EVERYBODY_HAS).containsAll(item.exercise().equipment()));
    assertThat(atTheGym.plan().routine()).isNotEqualTo(atHome.plan().routine());
  }

  @Test
  void theSameHistoryGivesTheSameDigest() {
    story.begin().day(2).flare("f", MODERATE, "bridge").day(5).settles("f");

    assertThat(story.replayed().current().orElseThrow().digest()).isEqualTo(story.plan().digest());
  }
}
