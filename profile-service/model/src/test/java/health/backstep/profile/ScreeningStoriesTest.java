package health.backstep.profile;

import static health.backstep.profile.assessment.Direction.EXTENSION;
import static health.backstep.profile.assessment.Direction.FLEXION;
import static health.backstep.profile.assessment.InflammatorySign.BETTER_WITH_EXERCISE;
import static health.backstep.profile.assessment.InflammatorySign.NIGHT_PAIN_EASES_ON_GETTING_UP;
import static health.backstep.profile.assessment.InflammatorySign.NOT_BETTER_WITH_REST;
import static health.backstep.profile.assessment.InflammatorySign.SLOW_ONSET;
import static health.backstep.profile.assessment.IntensityChange.BETTER;
import static health.backstep.profile.assessment.IntensityChange.WORSE;
import static health.backstep.profile.assessment.LocationChange.CENTRALISED;
import static health.backstep.profile.assessment.LocationChange.PERIPHERALISED;
import static health.backstep.profile.assessment.Movement.LYING_SIDE;
import static health.backstep.profile.assessment.Movement.SITTING;
import static health.backstep.profile.assessment.Movement.STANDING;
import static health.backstep.profile.assessment.Movement.WALKING;
import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.profile.assessment.Answers;
import health.backstep.profile.assessment.Direction;
import health.backstep.profile.assessment.MovementTest;
import health.backstep.profile.assessment.NightPain;
import health.backstep.profile.assessment.Settling;
import health.backstep.profile.classification.Acuity;
import health.backstep.profile.classification.Bias;
import health.backstep.profile.classification.BiasConfidence;
import health.backstep.profile.classification.Classification;
import health.backstep.profile.classification.Classifier;
import health.backstep.profile.classification.Fear;
import health.backstep.profile.classification.Irritability;
import health.backstep.profile.classification.PainGrade;
import health.backstep.profile.classification.RiskGroup;
import health.backstep.profile.classification.Stage;
import health.backstep.profile.clearance.Clearance;
import health.backstep.profile.clearance.ClearanceStatus;
import health.backstep.profile.outcome.EarlierAssessment;
import health.backstep.profile.patient.Age;
import health.backstep.profile.redflag.Answer;
import health.backstep.profile.redflag.LegWeakness;
import health.backstep.profile.redflag.RedFlag;
import health.backstep.profile.redflag.RedFlagAnswers;
import health.backstep.profile.screening.RedFlagScreen;
import health.backstep.profile.screening.Triage;
import health.backstep.profile.screening.TriageOutcome;
import health.backstep.profile.screening.TriageReason;
import health.backstep.rules.RuleSet;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What happens to people who come to be assessed, told as the clinic would tell it. */
class ScreeningStoriesTest {

  private static final Age THIRTY = new Age(29, 30);
  private static final Age SIXTY = new Age(60, 61);
  private static final Optional<Clearance> CLEARED =
      Optional.of(
          new Clearance(
              ClearanceStatus.CLEARED,
              false,
              "Dr. A",
              Optional.empty(),
              Answers.ASSESSED_AT.minus(Duration.ofDays(7))));

  private final RedFlagScreen screen = new RedFlagScreen(RuleSet.current());
  private final Classifier classifier = new Classifier(RuleSet.current());

  @Tag("RF-EMERGENCY")
  @Test
  void a_runner_with_new_saddle_numbness_is_sent_to_emergency_care() {
    Triage triage = screened(flag(RedFlag.SADDLE_NUMBNESS), THIRTY);

    assertThat(triage.outcome()).isEqualTo(TriageOutcome.EMERGENCY);
    assertThat(triage.reasons().getFirst().text()).contains("emergency department today");
    assertThat(triage.ruleThatEndsClearance()).contains("RF-EMERGENCY");
  }

  @Tag("RF-EMERGENCY")
  @Test
  void a_driver_whose_leg_gets_weaker_by_the_day_is_sent_to_emergency_care() {
    Triage triage =
        screened(flags(RedFlagAnswers.allNo().with(LegWeakness.QUICKLY_WORSENING)), THIRTY);

    assertThat(triage.outcome()).isEqualTo(TriageOutcome.EMERGENCY);
  }

  @Tag("RF-URGENT")
  @Test
  void a_woman_who_had_cancer_waits_although_she_was_cleared_before_anybody_asked() {
    Triage triage = screened(flag(RedFlag.CANCER_HISTORY), THIRTY);

    assertThat(triage.outcome()).isEqualTo(TriageOutcome.NEEDS_CLEARANCE);
    assertThat(triage.ruleThatEndsClearance()).contains("RF-URGENT");
  }

  @Tag("RF-URGENT")
  @Test
  void a_weak_foot_that_has_not_changed_for_months_is_still_looked_at_first() {
    Triage triage =
        screened(flags(RedFlagAnswers.allNo().with(LegWeakness.ONE_SIDE_STABLE)), THIRTY);

    assertThat(triage.outcome()).isEqualTo(TriageOutcome.NEEDS_CLEARANCE);
    assertThat(rules(triage)).containsExactly("RF-URGENT");
  }

  @Tag("RF-ADVISORY")
  @Test
  void a_teacher_of_sixty_gets_her_plan_and_a_word_of_advice() {
    Triage triage = screened(Answers.ofTheContractsExample(), SIXTY);

    assertThat(triage.outcome()).isEqualTo(TriageOutcome.FIT);
    assertThat(rules(triage)).containsExactly("RF-ADVISORY");
  }

  @Tag("RF-ADVISORY")
  @Tag("RF-URGENT")
  @Test
  void a_teacher_of_sixty_who_wakes_with_pain_sees_her_clinician_first() {
    Triage triage = screened(Answers.ofTheContractsExample().nightPain(NightPain.SOMETIMES), SIXTY);

    assertThat(triage.outcome()).isEqualTo(TriageOutcome.NEEDS_CLEARANCE);
    assertThat(rules(triage)).containsExactly("RF-URGENT", "RF-ADVISORY");
  }

  @Tag("RF-ADVISORY")
  @Tag("OUT-1")
  @Test
  void a_cook_whose_pain_is_no_better_after_six_weeks_is_advised_to_ask() {
    EarlierAssessment sixWeeksAgo =
        new EarlierAssessment(Answers.ASSESSED_AT.minus(Duration.ofDays(42)), 5, Optional.of(24));
    Triage triage =
        screen.screen(
            Answers.ofTheContractsExample().given(), THIRTY, CLEARED, Optional.of(sixWeeksAgo));

    assertThat(triage.outcome()).isEqualTo(TriageOutcome.FIT);
    assertThat(triage.reasons().getFirst().flags()).containsExactly("NO_GAIN");
  }

  @Tag("RF-INFLAMMATORY")
  @Test
  void a_student_who_wakes_stiff_and_loosens_up_on_his_bike_is_pointed_to_a_rheumatologist() {
    Triage triage =
        screened(
            stiffForAYear()
                .inflammatory(BETTER_WITH_EXERCISE, Answer.YES)
                .inflammatory(NOT_BETTER_WITH_REST, Answer.YES),
            THIRTY);

    assertThat(triage.outcome()).isEqualTo(TriageOutcome.FIT);
    assertThat(rules(triage)).containsExactly("RF-INFLAMMATORY");
    assertThat(triage.reasons().getFirst().text()).contains("rheumatologist");
    assertThat(triage.reasons().getFirst().flags())
        .containsExactly(
            "ONSET_BEFORE_40", "SLOW_ONSET", "BETTER_WITH_EXERCISE", "NOT_BETTER_WITH_REST");
  }

  @Tag("RF-INFLAMMATORY")
  @Test
  void a_student_who_leaves_the_questions_open_is_told_neither_yes_nor_no() {
    Triage triage = screened(stiffForAYear(), THIRTY);

    assertThat(triage.reasons()).isEmpty();
    assertThat(triage.inflammatoryPattern()).isEqualTo(Answer.UNKNOWN);
  }

  @Tag("RF-RESCREEN")
  @Test
  void who_is_asked_again_after_a_severe_flare_is_judged_by_the_new_answers() {
    Triage before = screened(Answers.ofTheContractsExample(), THIRTY);
    Triage after = screened(flag(RedFlag.BLADDER_OR_BOWEL_CHANGE), THIRTY);

    assertThat(before.outcome()).isEqualTo(TriageOutcome.FIT);
    assertThat(after.outcome()).isEqualTo(TriageOutcome.EMERGENCY);
  }

  @Tag("CL-1")
  @Test
  void a_gardener_whom_nobody_has_cleared_yet_waits_for_that_word() {
    Triage triage =
        screen.screen(
            Answers.ofTheContractsExample().given(), THIRTY, Optional.empty(), Optional.empty());

    assertThat(triage.outcome()).isEqualTo(TriageOutcome.NEEDS_CLEARANCE);
    assertThat(rules(triage)).containsExactly("CL-1");
    assertThat(triage.ruleThatEndsClearance()).isEmpty();
  }

  @Tag("CL-2")
  @Test
  void a_nurse_after_a_run_of_night_shifts_begins_at_the_gentlest_stage() {
    Answers tired = Answers.ofAPatientWhoIsDoingWell().adequateRest(false);

    assertThat(screened(tired, THIRTY).outcome()).isEqualTo(TriageOutcome.FIT);
    assertThat(rules(screened(tired, THIRTY))).containsExactly("CL-2");
    assertThat(classified(tired).stage()).isEqualTo(Stage.CALM);
  }

  @Tag("AC-1")
  @Tag("NRS-1")
  @Tag("IR-1")
  @Tag("TB-1")
  @Test
  void a_mover_three_days_after_a_heavy_lift_calms_down_first() {
    Classification found =
        classified(
            Answers.ofTheContractsExample()
                .pain(8, 5)
                .onset(Answers.ASSESSED_ON.minusDays(3))
                .settling(Settling.OVER_24_HOURS));

    assertThat(found.acuity()).isEqualTo(Acuity.ACUTE);
    assertThat(found.painGrade()).isEqualTo(PainGrade.SEVERE);
    assertThat(found.irritability()).isEqualTo(Irritability.HIGH);
    assertThat(found.stage()).isEqualTo(Stage.CALM);
  }

  @Tag("DP-1")
  @Test
  void an_office_worker_whose_pain_draws_back_when_she_arches_prefers_extension() {
    Classification found =
        classified(
            Answers.ofTheContractsExample()
                .tests(
                    new MovementTest(EXTENSION, CENTRALISED, BETTER, true),
                    new MovementTest(FLEXION, PERIPHERALISED, WORSE, true)));

    assertThat(found.bias()).isEqualTo(Bias.EXTENSION);
    assertThat(found.biasConfidence()).isEqualTo(BiasConfidence.HIGH);
    assertThat(found.forbiddenDirections()).containsExactly(FLEXION);
  }

  @Tag("DP-1")
  @Test
  void a_painter_whom_every_movement_sends_pain_down_the_leg_gets_no_direction_but_advice() {
    Classification found =
        classified(
            Answers.ofTheContractsExample()
                .tests(
                    new MovementTest(EXTENSION, PERIPHERALISED, WORSE, true),
                    new MovementTest(FLEXION, PERIPHERALISED, WORSE, true)));

    assertThat(found.bias()).isEqualTo(Bias.NONE);
    assertThat(found.forbiddenDirections()).containsExactly(Direction.values());
    assertThat(found.preference().clinicianAdvised()).isTrue();
  }

  @Tag("DP-2")
  @Test
  void a_shop_assistant_nobody_tested_is_known_by_sitting_down_to_find_ease() {
    Classification found =
        classified(
            Answers.ofTheContractsExample()
                .tests()
                .aggravatedBy(STANDING, WALKING)
                .relievedBy(SITTING, LYING_SIDE));

    assertThat(found.bias()).isEqualTo(Bias.FLEXION);
    assertThat(found.biasConfidence()).isEqualTo(BiasConfidence.LOW);
  }

  @Tag("SB-1")
  @Tag("PROM")
  @Test
  void a_bricklayer_who_is_afraid_of_every_lift_needs_more_support() {
    Classification found =
        classified(Answers.ofTheContractsExample().startBack(7, 5).fabq(5, 4, 4, 6));

    assertThat(found.riskGroup()).isEqualTo(RiskGroup.HIGH);
    assertThat(found.fear()).isEqualTo(Fear.HIGH);
  }

  @Tag("AC-1")
  @Test
  void pain_becomes_chronic_on_the_day_after_twelve_weeks() {
    assertThat(classified(Answers.ofTheContractsExample().onset(daysAgo(84))).acuity())
        .isEqualTo(Acuity.SUBACUTE);
    assertThat(classified(Answers.ofTheContractsExample().onset(daysAgo(85))).acuity())
        .isEqualTo(Acuity.CHRONIC);
  }

  private Triage screened(Answers answers, Age age) {
    return screen.screen(answers.given(), age, CLEARED, Optional.empty());
  }

  private Classification classified(Answers answers) {
    return classifier.classify(answers.given());
  }

  private static List<String> rules(Triage triage) {
    return triage.reasons().stream().map(TriageReason::rule).toList();
  }

  private static Answers flag(RedFlag flag) {
    return flags(RedFlagAnswers.allNo().with(flag, Answer.YES));
  }

  private static Answers flags(RedFlagAnswers answers) {
    return Answers.ofTheContractsExample().redFlags(answers);
  }

  private static Answers stiffForAYear() {
    return Answers.ofTheContractsExample()
        .onset(daysAgo(365))
        .inflammatory(SLOW_ONSET, Answer.YES)
        .inflammatory(NIGHT_PAIN_EASES_ON_GETTING_UP, Answer.UNKNOWN);
  }

  private static LocalDate daysAgo(int days) {
    return Answers.ASSESSED_ON.minusDays(days);
  }
}
