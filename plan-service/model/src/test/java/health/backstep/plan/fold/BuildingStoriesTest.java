package health.backstep.plan.fold;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.plan.catalogue.Direction;
import health.backstep.plan.catalogue.Kind;
import health.backstep.plan.decision.Decision;
import health.backstep.plan.decision.Effect;
import health.backstep.plan.history.PlanEvent.Activity;
import health.backstep.plan.history.PlanEvent.Acuity;
import health.backstep.plan.history.PlanEvent.Severity;
import health.backstep.plan.history.PlanEvent.TriageOutcome;
import health.backstep.plan.routine.AgeBand;
import health.backstep.plan.routine.Bias;
import health.backstep.plan.routine.Fear;
import health.backstep.plan.routine.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a plan is built and built anew over time. */
class BuildingStoriesTest {

  @ParameterizedTest
  @CsvSource({
    // day, pain at first, pain then, open
    "13, 6, 2, false",
    "14, 6, 2, true",
    "14, 6, 5, false",
    "14, 6, 4, true",
    "14, 3, 2, true",
    "14, 4, 3, false",
    "14, 0, 0, false",
    "14, 1, 0, true",
    "14, 5, 7, false",
    "60, 6, 5, false"
  })
  @Tag("PL-DIR")
  void otherDirectionsOpenAfterTwoWeeksWhenPainFellEnough(
      int day, int first, int then, boolean open) {
    Story story = Story.of(Stage.BUILD, Bias.EXTENSION).with(60).hurting(first).begin().day(day);

    story.hurting(then).assessed();

    assertThat(hasFlexion(story)).isEqualTo(open);
    assertThat(story.plan().decisions())
        .filteredOn(decision -> decision.rule().equals("PL-DIR"))
        .singleElement()
        .extracting(decision -> decision.after() != null)
        .isEqualTo(open);
    assertThat(story.plan().routine().items())
        .filteredOn(item -> item.exercise().direction() == Direction.FLEXION)
        .allSatisfy(item -> assertThat(item.level()).isEqualTo(1));
  }

  @Test
  @Tag("PL-DIR")
  void aChangedBiasBeginsItsOwnTwoWeeks() {
    Story story = Story.of(Stage.BUILD, Bias.FLEXION).with(60).hurting(8).begin();

    story.day(10).preferring(Bias.EXTENSION).hurting(5).assessed();
    story.day(20).hurting(1).assessed();
    assertThat(hasFlexion(story)).isFalse();

    story.day(24).assessed();
    assertThat(hasFlexion(story)).isTrue();
  }

  @Test
  @Tag("PL-DIR")
  void nothingOpensBetweenAssessments() {
    Story story = Story.of(Stage.BUILD, Bias.EXTENSION).with(60).hurting(6).begin();

    story.day(13).hurting(1).assessed().day(20).greenSession();

    assertThat(hasFlexion(story)).isFalse();
  }

  @Test
  @Tag("CL-2")
  void tooLittleRestOrAnUnknownSourceOfPainKeepsThePlanAtTheLowestStage() {
    Story story = Story.of(Stage.BUILD, Bias.NONE).triaged(TriageOutcome.FIT, "CL-2").begin();

    assertThat(story.plan().stage()).isEqualTo(Stage.CALM);
    assertThat(story.rules()).contains("CL-2");
    assertThat(story.plan().routine().items())
        .noneMatch(item -> item.exercise().kind() == Kind.STRENGTH);
  }

  @ParameterizedTest
  @CsvSource({
    "CALM, ACTIVE, SUBACUTE, 1",
    "CONTROL, SEDENTARY, SUBACUTE, 1",
    "CONTROL, LIGHT, SUBACUTE, 1",
    "CONTROL, MODERATE, SUBACUTE, 2",
    "CONTROL, ACTIVE, ACUTE, 2",
    "CONTROL, ACTIVE, CHRONIC, 1",
    "CONTROL, ACTIVE, UNKNOWN, 1",
    "BUILD, SEDENTARY, CHRONIC, 2"
  })
  @Tag("PL-STAGE")
  void stageActivityAndTimeSinceOnsetSetTheStartingLevel(
      Stage stage, Activity before, Acuity acuity, int level) {
    Story story = Story.of(stage, Bias.NONE).active(before).since(acuity).begin();

    assertThat(story.item("pelvic-tilt").level()).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({"29, true", "30, true", "31, false"})
  @Tag("PL-LAYOFF")
  void afterALayOffOfOverFourWeeksEverythingBeginsGently(int day, boolean kept) {
    Story story = Story.of(Stage.BUILD, Bias.NONE).begin();
    story.day(1).greenSession().day(2).greenSession();
    int level = story.item("bridge").level();
    assertThat(level).isEqualTo(2);

    story.day(day).assessed();

    assertThat(story.item("bridge").level()).isEqualTo(kept ? 2 : 1);
    assertThat(story.rules().contains("PL-LAYOFF")).isEqualTo(!kept);
  }

  @Test
  @Tag("PL-FEAR")
  void aFearfulPatientBeginsWithLessAndIsToldWhy() {
    Story calm = Story.of(Stage.CONTROL, Bias.NONE).fearing(Fear.LOW).begin();
    Story afraid = Story.of(Stage.CONTROL, Bias.NONE).fearing(Fear.HIGH).begin();

    assertThat(afraid.item("bridge").load()).isLessThan(calm.item("bridge").load()).isPositive();
    assertThat(afraid.rules()).contains("PL-FEAR");
    assertThat(calm.rules()).doesNotContain("PL-FEAR");
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "3, 3", "4, 3", "7, 3"})
  @Tag("PL-DOSE")
  void strengthComesOnThreeDaysAtMostAndTwoDaysApart(int wished, int planned) {
    Story story = Story.of(Stage.CONTROL, Bias.NONE).sessions(wished).begin();

    assertThat(story.plan().sessionsPerWeek()).isEqualTo(planned);
    assertThat(story.plan().decisions())
        .filteredOn(decision -> decision.rule().equals("PL-DOSE"))
        .singleElement()
        .extracting(Decision::after)
        .isEqualTo(planned + " sessions a week, at least 48 hours apart");
  }

  @Test
  @Tag("PL-DOSE")
  void withoutStrengthEveryDayIsFine() {
    assertThat(Story.of(Stage.CALM, Bias.NONE).sessions(7).begin().plan().sessionsPerWeek())
        .isEqualTo(7);
  }

  @Test
  @Tag("PL-DOSE")
  void aBirthdayIntoTheNextBandKeepsTheLevelAndChangesTheAmount() {
    Story story = Story.of(Stage.CONTROL, Bias.NONE).begin();
    assertThat(story.item("bridge").level()).isEqualTo(2);

    story.day(3).aged(AgeBand.OVER_50).registered();

    assertThat(story.item("bridge").level()).isEqualTo(2);
    assertThat(story.item("bridge").dose().reps()).isEqualTo(15);
    assertThat(story.rules()).containsExactly("PL-DOSE");
  }

  @Test
  @Tag("PL-TIME")
  @Tag("PL-ORDER")
  void fewerMinutesInAFlareDropTheLastPriorityFirstAndKeepTheWarmUp() {
    Story story = Story.of(Stage.CONTROL, Bias.NONE).with(30).begin();
    story.day(1).flare("f", Severity.MILD, "bridge");
    assertThat(story.plan().routine().has("walking")).isTrue();

    story.with(12).registered();

    assertThat(story.plan().regressed()).isTrue();
    assertThat(story.plan().routine().seconds(5, 10)).isLessThanOrEqualTo(12 * 60);
    assertThat(story.plan().routine().has("walking")).isFalse();
    assertThat(story.plan().routine().has("cat-cow")).isTrue();
    assertThat(story.rules()).containsExactly("PL-TIME");
  }

  @Test
  @Tag("RE-1")
  void aNewAssessmentGivesANewPlanAndKeepsAndCitesWhatTheHistoryTaught() {
    Story story = Story.of(Stage.CONTROL, Bias.EXTENSION).begin();
    String extending =
        story.plan().routine().items().stream()
            .filter(item -> item.exercise().direction() == Direction.EXTENSION)
            .findFirst()
            .orElseThrow()
            .exerciseId();
    story.day(1).flare("a", Severity.MODERATE, "bridge").day(3).settles("a");
    story.day(5).radiatingFlare("b", extending).day(8).settles("b");

    story.day(9).now(Stage.BUILD).assessed();

    assertThat(story.plan().stage()).isEqualTo(Stage.BUILD);
    assertThat(story.plan().routine().items())
        .noneMatch(item -> item.exercise().direction() == Direction.EXTENSION);
    assertThat(story.plan().decisions())
        .extracting(Decision::effect)
        .contains(Effect.PLAN_BUILT, Effect.EXERCISE_REMOVED, Effect.DIRECTION_EXCLUDED);
    assertThat(story.rules()).startsWith("RE-1").contains("RG-REPEAT", "RG-DIR");
  }

  @Test
  @Tag("PL-AVOID")
  void clearanceForLoadingOpensWhatIsContestedInTheBuildStage() {
    Story story = Story.of(Stage.BUILD, Bias.EXTENSION).with(60).clearedForLoading().begin();

    assertThat(story.plan().routine().has("prone-press-up")).isTrue();
    assertThat(
            Story.of(Stage.BUILD, Bias.EXTENSION)
                .with(60)
                .begin()
                .plan()
                .routine()
                .has("prone-press-up"))
        .isFalse();
  }

  private static boolean hasFlexion(Story story) {
    return story.plan().routine().items().stream()
        .anyMatch(item -> item.exercise().direction() == Direction.FLEXION);
  }
}
