package health.backstep.plan.fold;

import static health.backstep.plan.history.PlanEvent.Severity.MILD;
import static health.backstep.plan.history.PlanEvent.Severity.MODERATE;
import static health.backstep.plan.history.PlanEvent.Severity.SEVERE;
import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.plan.catalogue.Direction;
import health.backstep.plan.catalogue.Kind;
import health.backstep.plan.course.Policy;
import health.backstep.plan.course.VersionKind;
import health.backstep.plan.decision.Decision;
import health.backstep.plan.gate.Status;
import health.backstep.plan.history.PlanEvent.ReviewDecision;
import health.backstep.plan.history.PlanEvent.Severity;
import health.backstep.plan.routine.Bias;
import health.backstep.plan.routine.Item;
import health.backstep.plan.routine.Routine;
import health.backstep.plan.routine.Stage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How a plan steps back when pain flares, and how it comes back. */
class FlareStoriesTest {

  private final Story story = Story.of(Stage.CONTROL, Bias.EXTENSION);

  @Test
  @Tag("RG-MILD")
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
  @Tag("RG-MODERATE")
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
  @Tag("RG-SEVERE")
  @Tag("RF-RESCREEN")
  void aSevereFlareLeavesOnlyWhatIsGentleAndAsksTheSafetyQuestions() {
    story.begin().day(2).flare("f", SEVERE);

    assertThat(story.plan().routine().items())
        .isNotEmpty()
        .allSatisfy(item -> assertThat(item.exercise().kind().isGentle()).isTrue());
    assertThat(story.rules()).contains("RG-SEVERE", "RF-RESCREEN");
  }

  @Test
  @Tag("RG-SEVERE")
  @Tag("RF-RESCREEN")
  void afterASevereFlareOnlyANewAssessmentBuildsUpAgain() {
    story.begin().day(2).flare("f", SEVERE).day(6).settles("f");
    assertThat(story.plan().regressed()).isTrue();

    story.day(7).assessed();
    assertThat(story.plan().regressed()).isFalse();
    assertThat(story.plan().routine().items())
        .anyMatch(item -> item.exercise().kind() == Kind.STRENGTH);
  }

  @Test
  @Tag("RG-TEMP")
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
  @Tag("FL-EPISODE")
  void aReportThatOnlyContinuesAFlareChangesNothing() {
    story.begin().day(2).flare("f", MILD, "bridge");
    int versions = story.versions().size();

    story.day(3).continues("f", MILD);

    assertThat(story.versions()).hasSize(versions);
  }

  @Test
  @Tag("RG-TEMP")
  void aFlareThatGetsWorseStepsBackFurtherAndStillRestoresThePlanFromBefore() {
    Routine before = story.begin().plan().routine();
    int mild = story.day(2).flare("f", MILD, "bridge").plan().routine().load();

    story.day(3).escalates("f", MODERATE, "bridge");
    assertThat(story.plan().routine().load()).isLessThan(mild);

    story.day(8).settles("f");
    assertThat(story.plan().routine()).isEqualTo(before);
  }

  @Test
  @Tag("RG-REPEAT")
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
  @Tag("RG-REPEAT")
  void aSecondFlareOnDay14IsNoRepeat() {
    story.begin().day(1).flare("a", MILD, "bridge").day(4).settles("a");

    story.day(15).flare("b", MILD, "bridge");

    assertThat(story.plan().reviewAsked()).isFalse();
  }

  @Test
  @Tag("RG-CAP")
  @Tag("RV-1")
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
  @Tag("RG-DIR")
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
  @Tag("RG-STALE")
  void aLateFlareAgainstAnOlderPlanIsAppliedOnceAndNeverRaises() {
    story.begin().day(2).flare("a", MODERATE, "bridge");
    Routine lowered = story.plan().routine();

    story.day(3).lateFlare("b", MILD, 1, "bridge");

    assertThat(story.plan().routine()).isEqualTo(lowered);
    assertThat(story.rules()).contains("RG-STALE");
  }

  @Test
  @Tag("PL-POLICY")
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
  @Tag("RG-REPEAT")
  void aFlareThatIsOpenForOverTwoWeeksKeepsTheLowerLevelAndAsksForAReview() {
    story.begin().day(2).flare("f", MILD, "bridge").day(16).greenSession();
    assertThat(story.versions()).hasSize(2);

    story.day(17).greenSession();
    assertThat(story.plan().reviewAsked()).isTrue();
    assertThat(story.rules()).containsExactly("RG-REPEAT");

    story.day(20).settles("f");
    assertThat(story.plan().regressed()).isFalse();
    assertThat(story.item("bridge").level()).isEqualTo(1);
  }

  @Test
  @Tag("SO-3")
  void sorenessThatDoesNotWarmAwayGivesTwoDaysOffAndAnEasierLevel() {
    story.begin().day(2).soreSession("bridge");

    assertThat(story.item("bridge").level()).isEqualTo(1);
    assertThat(story.plan().restUntil()).contains(story.lastEventAt().plus(Duration.ofDays(2)));
    assertThat(story.plan().kind()).isEqualTo(VersionKind.GENERATED);
    assertThat(story.plan().regressed()).isFalse();
    assertThat(story.rules()).containsExactly("SO-3");
  }

  @ParameterizedTest
  @CsvSource({"1, true", "13, true", "14, false", "15, false"})
  @Tag("RG-REPEAT")
  void aSecondFlareWithin14DaysIsARepeat(int daysLater, boolean repeat) {
    story.begin().day(1).flare("a", MILD, "bridge").settles("a");

    story.day(1 + daysLater).flare("b", MILD, "bridge");

    assertThat(story.plan().reviewAsked()).isEqualTo(repeat);
    assertThat(story.rules().contains("RG-REPEAT")).isEqualTo(repeat);
  }

  @ParameterizedTest
  @CsvSource({"13, IN_REVIEW", "14, ACTIVE"})
  @Tag("RG-CAP")
  void aThirdFlareWithin14DaysOfTheFirstCapsThePlan(int daysLater, Status status) {
    story.begin().day(1).flare("a", MILD).settles("a").day(8).flare("b", MILD).settles("b");

    story.day(1 + daysLater).flare("c", MILD);

    assertThat(story.plan().status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"14, RESTORED", "15, GENERATED"})
  @Tag("RG-REPEAT")
  @Tag("RG-TEMP")
  void aFlareThatSettlesWithin14DaysRestoresThePlan(int daysLater, VersionKind kind) {
    story.begin().day(1).flare("a", MILD, "bridge").day(1 + daysLater).settles("a");

    assertThat(story.plan().kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({"MILD, 80", "MODERATE, 70"})
  @Tag("RG-MILD")
  @Tag("RG-MODERATE")
  void whereTheExercisesStayTheDoseGoesDownByTheRulesShare(Severity severity, int percentLeft) {
    Routine before = story.chronicAndAtHighRisk().begin().plan().routine();

    story.day(1).flare("a", severity);

    assertThat(story.plan().routine().items())
        .filteredOn(item -> item.exercise().kind() != Kind.RELIEF)
        .allSatisfy(
            item -> {
              Item full = before.find(item.exerciseId()).orElseThrow();
              assertThat(item.dose()).isEqualTo(full.dose().less(100 - percentLeft));
            });
  }

  @ParameterizedTest
  @EnumSource(Severity.class)
  @Tag("RG-TEMP")
  void theProgressOfGoodSessionsDoesNotCountThroughAFlare(Severity severity) {
    story.begin().day(1).greenSession().day(2).greenSession();
    int versions = story.day(3).flare("a", severity).versions().size();

    story.day(4).greenSession().day(5).greenSession().day(6).greenSession();

    assertThat(story.versions()).hasSize(versions);
  }

  @Test
  @Tag("RG-REPEAT")
  void whatStaysLowerStaysSoThroughOtherCircumstances() {
    story.begin().day(1).flare("a", MILD, "bridge").settles("a");
    story.day(5).flare("b", MODERATE, "bridge").settles("b");
    assertThat(story.plan().sessionsPerWeek()).isEqualTo(2);

    story.day(6).clearanceWithdrawn().cleared();
    assertThat(story.plan().sessionsPerWeek()).isEqualTo(2);

    story.with(25).registered();
    assertThat(story.plan().sessionsPerWeek()).isEqualTo(2);
    assertThat(story.plan().routine().has("bridge")).isFalse();
  }

  @Test
  @Tag("RG-TEMP")
  void otherMinutesWithinAFlareChangeThePlanThatComesBack() {
    story.with(10).begin().day(1).flare("a", MODERATE, "bridge");
    int lowered = story.plan().routine().load();

    story.with(25).registered();
    assertThat(story.plan().regressed()).isTrue();
    assertThat(story.plan().routine().load()).isGreaterThan(lowered);

    story.day(3).settles("a");
    Routine back = story.plan().routine();
    assertThat(back)
        .isEqualTo(Story.of(Stage.CONTROL, Bias.EXTENSION).with(25).begin().plan().routine());
  }

  @Test
  @Tag("RG-STALE")
  void aFlareAgainstThePlanBeforeOtherMinutesIsNotLate() {
    story.with(10).begin().with(25).registered();

    story.day(1).lateFlare("a", MODERATE, 1, "bridge");

    assertThat(story.rules()).doesNotContain("RG-STALE");
  }

  @Test
  @Tag("RG-MILD")
  void nothingThatHurtTakesThePlaceOfSomethingElseThatHurt() {
    Story calm = Story.of(Stage.CALM, Bias.NONE).with(60).begin();
    List<String> gentle =
        calm.plan().routine().items().stream()
            .filter(item -> item.exercise().kind() == Kind.ACTIVATION)
            .map(Item::exerciseId)
            .toList();

    calm.day(1).flare("a", MILD, gentle.toArray(String[]::new));

    assertThat(calm.plan().routine().items())
        .extracting(Item::exerciseId)
        .doesNotContainAnyElementsOf(gentle);
  }

  @Test
  @Tag("RG-SEVERE")
  void aSevereFlareLeavesNothingThatProvokedIt() {
    String warmUp = story.begin().plan().routine().items().getFirst().exerciseId();

    story.day(1).flare("a", SEVERE, warmUp, "walking");

    assertThat(story.plan().routine().items())
        .extracting(Item::exerciseId)
        .doesNotContain(warmUp, "walking");
  }

  @Test
  @Tag("RG-DIR")
  @Tag("FL-EPISODE")
  void painThatMovesDownTheLegWithinAFlareTakesTheDirectionOutAsWell() {
    story.begin();
    String extending = extending();
    story.day(1).flare("f", MODERATE, "bridge");

    story.day(2).continuesDownTheLeg("f", extending);

    assertThat(story.rules()).containsExactly("RG-DIR");
    assertThat(story.plan().routine().items())
        .noneMatch(item -> item.exercise().direction() == Direction.EXTENSION);
  }

  @Test
  @Tag("RE-1")
  void anAssessmentFromBeforeTheFlareDoesNotEndIt() {
    story.begin().day(5).flare("f", SEVERE);

    story.day(6).assessedOnDay(4);

    assertThat(story.plan().regressed()).isTrue();
    assertThat(story.plan().routine().items())
        .allSatisfy(item -> assertThat(item.exercise().kind().isGentle()).isTrue());
    story.day(8).settles("f");
    assertThat(story.plan().regressed()).isTrue();
  }

  private String extending() {
    return story.plan().routine().items().stream()
        .filter(item -> item.exercise().direction() == Direction.EXTENSION)
        .findFirst()
        .orElseThrow()
        .exerciseId();
  }
}
