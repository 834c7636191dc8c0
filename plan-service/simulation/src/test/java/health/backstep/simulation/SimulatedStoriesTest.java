package health.backstep.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.plan.course.PlanVersion;
import health.backstep.plan.decision.Decision;
import health.backstep.plan.gate.Status;
import health.backstep.profile.clearance.ClearanceStatus;
import health.backstep.profile.screening.TriageOutcome;
import health.backstep.profile.screening.TriageReason;
import health.backstep.session.flare.EpisodeEvent;
import health.backstep.session.flare.Severity;
import health.backstep.session.reading.Outcome;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a history would come to, told as the clinic would tell it. */
class SimulatedStoriesTest {

  @Test
  void anAssessmentAloneGivesTheFirstPlan() {
    Simulated simulated = PatientStory.assessed().simulated();

    assertThat(statuses(simulated)).containsExactly("GENERATED ACTIVE");
    assertThat(simulated.rulesetVersion())
        .isEqualTo(simulated.versions().getFirst().rulesetVersion());
    assertThat(simulated.records())
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.planVersions()).containsExactly(1);
              assertThat(record.found())
                  .isInstanceOfSatisfying(
                      Found.Screened.class,
                      found -> assertThat(found.triage().outcome()).isEqualTo(TriageOutcome.FIT));
            });
  }

  @Test
  @Tag("PR-1")
  void threeGoodSessionsInARowStepThePlanUp() {
    Simulated simulated =
        PatientStory.assessed().goodSession(2).goodSession(4).goodSession(6).simulated();

    assertThat(statuses(simulated)).containsExactly("GENERATED ACTIVE", "PROGRESSED ACTIVE");
    assertThat(simulated.records().getLast().planVersions()).containsExactly(2);
    assertThat(reading(simulated.records().getLast()).donePercent()).contains(100);
  }

  @Test
  @Tag("FL-3")
  @Tag("RG-TEMP")
  void sharpPainStepsThePlanBackAndTwoCalmDaysBringItBack() {
    Simulated simulated =
        PatientStory.assessed().sharpPain(2).checkIn(3, 3).checkIn(4, 3).simulated();

    assertThat(statuses(simulated))
        .containsExactly("GENERATED ACTIVE", "REGRESSED ACTIVE", "RESTORED ACTIVE");
    PlanVersion before = simulated.versions().getFirst();
    PlanVersion stepBack = simulated.versions().get(1);
    PlanVersion restored = simulated.versions().getLast();
    assertThat(stepBack.regressed()).isTrue();
    assertThat(stepBack.routine()).isNotEqualTo(before.routine());
    assertThat(restored.routine()).isEqualTo(before.routine());
    assertThat(reading(simulated.records().get(1)).reading().flare())
        .hasValueSatisfying(flare -> assertThat(flare.severity()).isEqualTo(Severity.MODERATE));
  }

  @Test
  @Tag("FL-2")
  void aFlareThatThePatientReportsCountsWhateverTheNumber() {
    Simulated simulated = PatientStory.assessed().reportsFlare(3, 4).simulated();

    assertThat(reading(simulated.records().getLast()).reading().outcome()).isEqualTo(Outcome.FLARE);
    assertThat(simulated.versions().getLast().regressed()).isTrue();
  }

  @Test
  void aCheckInCanFollowTheSessionThatItNames() {
    UUID session = UUID.fromString("00000000-0000-0000-0000-000000000007");
    Simulated simulated =
        PatientStory.assessed().goodSession(2, session).checkInAfter(session, 3, 5).simulated();

    assertThat(reading(simulated.records().getLast()).reading().flare())
        .hasValueSatisfying(flare -> assertThat(flare.reasons()).contains("PM-RED"));
  }

  @Test
  @Tag("RF-EMERGENCY")
  void aRedFlagSuspendsThePlanAndOnlyNewClearanceBringsItBack() {
    PatientStory story = PatientStory.assessed().reportsSaddleNumbness(2);
    Simulated flagged = story.simulated();

    assertThat(statuses(flagged)).containsExactly("GENERATED ACTIVE", "SUSPENDED SUSPENDED");
    assertThat(flagged.versions().getLast().cause().type())
        .isEqualTo("pt.session.red-flag-raised.v1");
    assertThat(rules(flagged.versions().getLast())).contains("RF-EMERGENCY");

    Simulated cleared = story.clearedAgain(3).simulated();
    assertThat(cleared.versions().getLast().status()).isEqualTo(Status.ACTIVE);
    assertThat(cleared.versions().getLast().routine())
        .isEqualTo(flagged.versions().getFirst().routine());
    assertThat(cleared.records().getLast().found())
        .isEqualTo(new Found.ClearanceGiven(ClearanceStatus.CLEARED, false));
  }

  @Test
  @Tag("RF-EMERGENCY")
  void anAssessmentWithARedFlagGivesNoExercisesAndEndsTheClearance() {
    Simulated simulated = PatientStory.assessedWithSaddleNumbness().simulated();

    assertThat(simulated.versions())
        .allSatisfy(
            plan -> {
              assertThat(plan.status()).isEqualTo(Status.SUSPENDED);
              assertThat(plan.routine().items()).isEmpty();
            });
    Simulated again = PatientStory.assessedWithSaddleNumbness().assessedAgain(1, 4).simulated();
    assertThat(triageRules(again.records().getLast())).contains("CL-1");
  }

  @Test
  @Tag("RE-1")
  void aNewAssessmentMakesANewPlanBeforeItEndsTheFlare() {
    Simulated simulated = PatientStory.assessed().sharpPain(2).assessedAgain(5, 3).simulated();

    assertThat(statuses(simulated))
        .containsExactly("GENERATED ACTIVE", "REGRESSED ACTIVE", "GENERATED ACTIVE");
    assertThat(rules(simulated.versions().getLast())).contains("RE-1");
    Simulated after =
        PatientStory.assessed().sharpPain(2).assessedAgain(5, 3).sharpPain(7).simulated();
    assertThat(reading(after.records().getLast()).reading().episode())
        .hasValueSatisfying(event -> assertThat(event).isInstanceOf(EpisodeEvent.Opened.class));
  }

  @Test
  @Tag("RF-ADVISORY")
  void sixWeeksWithoutGainAreSeenAtTheNextAssessment() {
    Simulated simulated = PatientStory.assessed().assessedAgain(42, 4).simulated();

    assertThat(triageRules(simulated.records().getLast())).contains("RF-ADVISORY");
    assertThat(
            triageRules(
                PatientStory.assessed().assessedAgain(41, 4).simulated().records().getLast()))
        .doesNotContain("RF-ADVISORY");
  }

  @Test
  @Tag("OUT-1")
  void gainInWhatThePatientCanDoIsGainEvenWhenPainIsTheSame() {
    PatientStory gained = PatientStory.assessed().withDisability(20).assessedAgain(42, 4, 10);
    PatientStory same = PatientStory.assessed().withDisability(20).assessedAgain(42, 4, 20);

    assertThat(triageRules(gained.simulated().records().getLast())).doesNotContain("RF-ADVISORY");
    assertThat(triageRules(same.simulated().records().getLast())).contains("RF-ADVISORY");
  }

  @Test
  @Tag("SO-3")
  void anAcheThatDoesNotWarmAwayIsReadAgainstThePlansOwnWarmUp() {
    Simulated simulated = PatientStory.assessed().acheThatDoesNotWarmAway(2).simulated();

    assertThat(reading(simulated.records().getLast()).reading().soreExercises()).hasSize(1);
    assertThat(rules(simulated.versions().getLast())).contains("SO-3");
  }

  @Test
  @Tag("CL-1")
  void aClearanceThatRunsOutClosesThePlanBeforeTheNextRecord() {
    Simulated simulated =
        PatientStory.assessed()
            .withClearance(
                """
                {"status": "CLEARED", "loading": false, "by": "Dr. Rivera",
                 "validUntil": "2026-09-03"}
                """)
            .checkIn(2, 2)
            .checkIn(3, 2)
            .simulated();

    assertThat(statuses(simulated)).containsExactly("GENERATED ACTIVE", "WITHHELD WITHHELD");
    assertThat(simulated.versions().getLast().cause().occurredAt())
        .isEqualTo("2026-09-03T22:00:00Z");
    assertThat(simulated.records().getLast().planVersions()).containsExactly(2);
  }

  @Test
  @Tag("CL-1")
  void withoutClearanceThePlanIsWithheld() {
    Simulated simulated =
        PatientStory.assessed()
            .withClearance("{\"status\": \"PENDING\", \"loading\": false, \"by\": \"Dr. Rivera\"}")
            .simulated();

    assertThat(statuses(simulated)).containsExactly("WITHHELD WITHHELD");
    assertThat(triageRules(simulated.records().getFirst())).contains("CL-1");
  }

  @Test
  void theSameHistoryGivesTheSameAnswer() {
    assertThat(eventful().simulated()).isEqualTo(eventful().simulated());
  }

  @Test
  void theOrderOfTellingDoesNotMatter() {
    assertThat(digests(eventful().toldInAnotherOrder().simulated()))
        .isEqualTo(digests(eventful().simulated()));
  }

  private static PatientStory eventful() {
    return PatientStory.assessed()
        .goodSession(2, UUID.fromString("00000000-0000-0000-0000-000000000001"))
        .goodSession(4, UUID.fromString("00000000-0000-0000-0000-000000000002"))
        .goodSession(6, UUID.fromString("00000000-0000-0000-0000-000000000003"))
        .reportsFlare(8, 6)
        .checkIn(9, 3)
        .checkIn(10, 3)
        .reportsSaddleNumbness(12);
  }

  private static List<String> statuses(Simulated simulated) {
    return simulated.versions().stream().map(plan -> plan.kind() + " " + plan.status()).toList();
  }

  private static List<String> digests(Simulated simulated) {
    return simulated.versions().stream().map(PlanVersion::digest).toList();
  }

  private static List<String> rules(PlanVersion plan) {
    return plan.decisions().stream().map(Decision::rule).toList();
  }

  private static Found.Read reading(ReadRecord record) {
    return (Found.Read) record.found();
  }

  private static List<String> triageRules(ReadRecord record) {
    return ((Found.Screened) record.found())
        .triage().reasons().stream().map(TriageReason::rule).toList();
  }
}
