package health.backstep.plan.fold;

import static health.backstep.plan.history.PlanEvent.Severity.MILD;
import static health.backstep.plan.history.PlanEvent.Severity.MODERATE;
import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.plan.catalogue.Direction;
import health.backstep.plan.catalogue.Equipment;
import health.backstep.plan.catalogue.Kind;
import health.backstep.plan.course.VersionKind;
import health.backstep.plan.gate.Status;
import health.backstep.plan.history.PlanEvent.RiskGroup;
import health.backstep.plan.history.PlanEvent.TriageOutcome;
import health.backstep.plan.routine.Bias;
import health.backstep.plan.routine.Item;
import health.backstep.plan.routine.Routine;
import health.backstep.plan.routine.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a plan may be followed, and what it is made of. */
class PlanStoriesTest {

  private final Story story = Story.of(Stage.CONTROL, Bias.EXTENSION);

  @Test
  @Tag("RE-1")
  @Tag("PL-STAGE")
  void anAssessmentOfAClearedPatientGivesAnActivePlan() {
    story.begin();

    assertThat(story.plan().number()).isEqualTo(1);
    assertThat(story.plan().status()).isEqualTo(Status.ACTIVE);
    assertThat(story.plan().kind()).isEqualTo(VersionKind.GENERATED);
    assertThat(story.plan().routine().items()).hasSizeGreaterThanOrEqualTo(5);
    assertThat(story.rules()).contains("RE-1", "PL-STAGE").doesNotContain("PL-POLICY");
  }

  @Test
  @Tag("CL-1")
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
  @Tag("CL-1")
  void aClearanceThatHasExpiredWithholdsThePlanAtTheNextEvent() {
    story.registered().clearedUntil(5).assessed().day(6).greenSession();

    assertThat(story.plan().status()).isEqualTo(Status.WITHHELD);
  }

  @Test
  @Tag("RF-EMERGENCY")
  void anEmergencyAnswerInTheAssessmentGivesNoPlan() {
    story.registered().cleared().triaged(TriageOutcome.EMERGENCY, "RF-EMERGENCY").assessed();

    assertThat(story.plan().status()).isEqualTo(Status.SUSPENDED);
    assertThat(story.plan().routine()).isEqualTo(Routine.EMPTY);
    assertThat(story.rules()).contains("RF-EMERGENCY");
  }

  @Test
  @Tag("RF-URGENT")
  void anUrgentAnswerWithholdsThePlanUntilClearanceIsRecordedAfterIt() {
    story.registered().cleared().triaged(TriageOutcome.NEEDS_CLEARANCE, "RF-URGENT").assessed();
    assertThat(story.plan().status()).isEqualTo(Status.WITHHELD);

    story.cleared();
    assertThat(story.plan().status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  @Tag("RF-EMERGENCY")
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
  @Tag("CL-1")
  @Tag("RG-TEMP")
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
  @Tag("DP-1")
  @Tag("PL-DIR")
  void aForbiddenDirectionIsNeverInThePlan() {
    story.forbidding(Direction.EXTENSION).begin();

    assertThat(story.plan().routine().items())
        .noneMatch(item -> item.exercise().direction() == Direction.EXTENSION);
  }

  @Test
  @Tag("PL-TIME")
  @Tag("PL-ORDER")
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
  @Tag("PL-EQUIP")
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

  @ParameterizedTest
  @CsvSource({
    "LOW, 'stay-active, sleep'",
    "MEDIUM, 'pacing, stay-active, sleep'",
    "HIGH, 'hurt-is-not-harm, stay-active, sleep'"
  })
  @Tag("PL-EDU")
  void whatIsWorthKnowingFollowsTheRiskGroup(RiskGroup risk, String items) {
    story.atRisk(risk).begin();

    assertThat(story.plan().education()).containsExactly(items.split(", "));
  }

  @Test
  @Tag("PL-EDU")
  void inAFlareFirstAidComesFirst() {
    story.begin().day(2).flare("f", MILD, "bridge");

    assertThat(story.plan().education())
        .containsExactly("flare-first-aid", "soreness-or-pain", "stay-active");
  }

  @Test
  @Tag("CL-2")
  void withoutRestOrAKnownSourceOfPainThePlanStaysAtTheLowestStage() {
    story.triaged(TriageOutcome.FIT, "CL-2").begin();

    assertThat(story.plan().stage()).isEqualTo(Stage.CALM);
    assertThat(story.plan().routine().items()).extracting(Item::level).containsOnly(1);
    assertThat(story.rules()).contains("CL-2");
  }

  @Test
  @Tag("CL-1")
  void aRecordThatComesLateDoesNotOpenAPlanWhoseClearanceHasRunOut() {
    story.registered().clearedUntil(5).assessed().day(6).greenSession();

    story.day(4).flare("late", MILD);

    assertThat(story.plan().status()).isEqualTo(Status.WITHHELD);
  }

  @Test
  @Tag("RF-EMERGENCY")
  void anEmergencyOnAPlanThatIsAlreadyStoppedIsTold() {
    story.begin().day(1).redFlag(false);
    assertThat(story.rules()).contains("RF-URGENT");

    story.redFlag(true);

    assertThat(story.rules()).contains("RF-EMERGENCY");
    assertThat(story.plan().status()).isEqualTo(Status.SUSPENDED);
  }

  @Test
  @Tag("PL-EDU")
  void aStoppedPlanGivesNoAdviceToKeepMoving() {
    story.begin().day(1).redFlag(true);

    assertThat(story.plan().education()).isEmpty();
  }

  @Test
  @Tag("RF-EMERGENCY")
  void aSignThatAClinicianHasAnsweredDoesNotComeBackWhenClearanceEnds() {
    story.begin().day(1).redFlag(true).clearanceWithdrawn().cleared();
    assertThat(story.plan().status()).isEqualTo(Status.ACTIVE);

    story.day(30).clearanceWithdrawn();

    assertThat(story.plan().status()).isEqualTo(Status.WITHHELD);
    assertThat(story.rules()).containsExactly("CL-1");
  }

  @Test
  @Tag("RF-URGENT")
  void aScreeningRuleOfALaterVersionThatAsksForClearanceWithholdsThePlan() {
    story.registered().cleared().triaged(TriageOutcome.NEEDS_CLEARANCE, "RF-LATER").assessed();

    assertThat(story.plan().status()).isEqualTo(Status.WITHHELD);
  }

  @Test
  @Tag("RE-1")
  void anAssessmentFromBeforeTheOneInForceMakesNoPlan() {
    story.day(5).begin();
    int versions = story.versions().size();

    story.day(6).assessedOnDay(3);

    assertThat(story.versions()).hasSize(versions);
  }

  @Test
  void theSameHistoryGivesTheSameDigest() {
    story.begin().day(2).flare("f", MODERATE, "bridge").day(5).settles("f");

    assertThat(story.replayed().current().orElseThrow().digest()).isEqualTo(story.plan().digest());
  }
}
