package health.backstep.plan.fold;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.plan.course.VersionKind;
import health.backstep.plan.decision.Decision;
import health.backstep.plan.decision.Effect;
import health.backstep.plan.routine.Bias;
import health.backstep.plan.routine.Item;
import health.backstep.plan.routine.Routine;
import health.backstep.plan.routine.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a plan goes up, and what keeps it from going up. */
class ProgressStoriesTest {

  @Test
  @Tag("PR-1")
  @Tag("PR-CAP")
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
  @Tag("PR-1")
  void anAmberSessionOrTooLittleDoneBreaksTheRow() {
    Story building = Story.of(Stage.BUILD, Bias.EXTENSION).begin();

    building.day(1).greenSession().day(2).greenSession().day(3).session(false, 100);
    building.day(4).greenSession().day(5).greenSession().day(6).session(true, 79);

    assertThat(building.versions()).hasSize(1);
  }

  @Test
  @Tag("PR-1")
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
  @Tag("RF-RESCREEN")
  void whoHasEarnedAStepOnAnOldAssessmentIsAskedTheSafetyQuestionsOnce() {
    Story building = Story.of(Stage.BUILD, Bias.EXTENSION).begin();
    Routine before = building.plan().routine();

    building.day(29).greenSession().day(30).greenSession().day(31).greenSession();
    building.day(33).greenSession().day(34).greenSession();

    assertThat(building.versions()).hasSize(2);
    assertThat(building.rules()).containsExactly("RF-RESCREEN");
    assertThat(building.plan().routine()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({"28, PROGRESSED", "29, GENERATED"})
  @Tag("RF-RESCREEN")
  void anAssessmentIsBuiltOnFor28Days(int day, VersionKind kind) {
    Story building = Story.of(Stage.BUILD, Bias.EXTENSION).begin();

    building.day(day - 2).greenSession().day(day - 1).greenSession().day(day).greenSession();

    assertThat(building.plan().kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({"79, 1", "80, 2", "100, 2"})
  @Tag("PR-1")
  void aSessionCountsFrom80PercentDone(int donePercent, int versions) {
    Story building = Story.of(Stage.BUILD, Bias.EXTENSION).begin();

    building.day(1).session(true, donePercent).day(3).session(true, donePercent);
    building.day(5).session(true, donePercent);

    assertThat(building.versions()).hasSize(versions);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "3, 2"})
  @Tag("PR-2")
  void twoSessionsWithTwoRepetitionsToSpareGiveMoreOfThatExercise(int spare, int versions) {
    Story building = Story.of(Stage.BUILD, Bias.EXTENSION).begin();
    Routine before = building.plan().routine();

    building.day(1).greenSessionWithSpare(spare).day(3).greenSessionWithSpare(spare);

    assertThat(building.versions()).hasSize(versions);
    if (versions > 1) {
      assertThat(building.rules()).containsExactly("PR-2", "PR-CAP");
      assertThat(building.plan().routine().load())
          .isBetween(before.load() + 1, before.load() * 110 / 100);
      assertThat(building.plan().routine().items())
          .extracting(Item::level)
          .containsExactlyElementsOf(before.items().stream().map(Item::level).toList());
    }
  }

  @Test
  @Tag("PR-2")
  void aSessionWithoutRepetitionsToSpareBeginsTheRowAnew() {
    Story building = Story.of(Stage.BUILD, Bias.EXTENSION).begin();

    building.day(1).greenSessionWithSpare(2).day(3).session(false, 100);
    building.day(5).greenSessionWithSpare(2);

    assertThat(building.versions()).hasSize(1);
  }

  @Test
  @Tag("PR-1")
  @Tag("PR-CAP")
  void atTheHighestLevelTheAmountGrowsUpToHalfAsMuchAgain() {
    Story controlled = Story.of(Stage.CONTROL, Bias.EXTENSION).with(60).begin();
    for (int week = 0; week < 24; week++) {
      if (week % 3 == 0) {
        controlled.day(week * 7).assessed();
      }
      for (int session = 0; session < 3; session++) {
        controlled.day(week * 7 + session * 2 + 1).greenSession();
      }
    }

    assertThat(controlled.plan().routine().items())
        .allSatisfy(
            item ->
                assertThat(item.load())
                    .isLessThanOrEqualTo(
                        Item.at(item.exercise(), item.level()).load() * 150 / 100));
    assertThat(controlled.plan().routine().items())
        .anyMatch(item -> item.load() > Item.at(item.exercise(), item.level()).load() * 140 / 100);
    assertThat(controlled.versions().stream().flatMap(plan -> plan.decisions().stream()))
        .anyMatch(decision -> decision.effect() == Effect.DOSE_RAISED);
  }

  @Test
  @Tag("PR-CAP")
  void theWeeklyLoadGrowsByTenPercentBeyondOneLevelChange() {
    Story building = Story.of(Stage.BUILD, Bias.EXTENSION).with(30).begin();
    Routine before = building.plan().routine();

    building.day(1).greenSession().day(3).greenSession().day(5).greenSession();

    int free =
        building.plan().decisions().stream()
            .filter(decision -> decision.effect() == Effect.LEVEL_RAISED)
            .map(Decision::exerciseId)
            .findFirst()
            .map(id -> building.item(id).load() - before.find(id).orElseThrow().load())
            .orElse(0);
    assertThat(building.plan().routine().load() - free)
        .isLessThanOrEqualTo(before.load() * 110 / 100);
  }
}
