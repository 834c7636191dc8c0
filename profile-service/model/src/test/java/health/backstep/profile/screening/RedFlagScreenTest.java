package health.backstep.profile.screening;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.profile.assessment.Answers;
import health.backstep.profile.assessment.NightPain;
import health.backstep.profile.assessment.PainSource;
import health.backstep.profile.clearance.Clearance;
import health.backstep.profile.clearance.ClearanceStatus;
import health.backstep.profile.outcome.EarlierAssessment;
import health.backstep.profile.patient.Age;
import health.backstep.profile.redflag.Answer;
import health.backstep.profile.redflag.LegWeakness;
import health.backstep.profile.redflag.RedFlag;
import health.backstep.profile.redflag.RedFlagAnswers;
import health.backstep.rules.Evidence;
import health.backstep.rules.RuleSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RedFlagScreenTest {

  private static final Instant NOW = Answers.ASSESSED_AT;
  private static final Age FORTY = new Age(39, 40);

  private final RedFlagScreen screen = new RedFlagScreen(RuleSet.current());

  @Test
  void aClearedPatientWithoutRedFlagsIsFitAndNoReasonIsGiven() {
    assertThat(triage(Answers.ofTheContractsExample()))
        .isEqualTo(new Triage(TriageOutcome.FIT, List.of(), Answer.NO));
  }

  @Tag("RF-EMERGENCY")
  @Tag("RF-URGENT")
  @ParameterizedTest
  @CsvSource({
    "SADDLE_NUMBNESS,            EMERGENCY,       RF-EMERGENCY",
    "BLADDER_OR_BOWEL_CHANGE,    EMERGENCY,       RF-EMERGENCY",
    "CANCER_HISTORY,             NEEDS_CLEARANCE, RF-URGENT",
    "UNEXPLAINED_WEIGHT_LOSS,    NEEDS_CLEARANCE, RF-URGENT",
    "FEVER_OR_INFECTION,         NEEDS_CLEARANCE, RF-URGENT",
    "INTRAVENOUS_DRUG_USE,       NEEDS_CLEARANCE, RF-URGENT",
    "IMMUNOSUPPRESSION,          NEEDS_CLEARANCE, RF-URGENT",
    "PROLONGED_STEROIDS,         NEEDS_CLEARANCE, RF-URGENT",
    "SIGNIFICANT_TRAUMA,         NEEDS_CLEARANCE, RF-URGENT",
    "SPINE_CONTUSION,            NEEDS_CLEARANCE, RF-URGENT",
    "KNOWN_FRACTURE_OR_TUMOUR,   NEEDS_CLEARANCE, RF-URGENT",
    "SPINAL_SURGERY_WITHIN_YEAR, NEEDS_CLEARANCE, RF-URGENT",
  })
  void eachRedFlagAloneStopsThePlan(RedFlag flag, TriageOutcome outcome, String rule) {
    Triage triage = triage(flags(RedFlagAnswers.allNo().with(flag, Answer.YES)));

    assertThat(triage.outcome()).isEqualTo(outcome);
    assertThat(triage.reasons()).extracting(TriageReason::rule).containsExactly(rule);
    assertThat(triage.reasons().getFirst().flags()).containsExactly(flag.name());
  }

  @Tag("RF-EMERGENCY")
  @Tag("RF-URGENT")
  @ParameterizedTest
  @CsvSource({
    "ONE_SIDE_STABLE,      NEEDS_CLEARANCE, RF-URGENT",
    "ONE_SIDE_PROGRESSIVE, NEEDS_CLEARANCE, RF-URGENT",
    "BOTH_SIDES,           EMERGENCY,       RF-EMERGENCY",
    "QUICKLY_WORSENING,    EMERGENCY,       RF-EMERGENCY",
  })
  void everyLegWeaknessStopsThePlan(LegWeakness weakness, TriageOutcome outcome, String rule) {
    Triage triage = triage(flags(RedFlagAnswers.allNo().with(weakness)));

    assertThat(triage.outcome()).isEqualTo(outcome);
    assertThat(triage.reasons()).extracting(TriageReason::rule).containsExactly(rule);
    assertThat(triage.reasons().getFirst().flags()).containsExactly("LEG_WEAKNESS");
  }

  @Tag("RF-URGENT")
  @ParameterizedTest
  @EnumSource(value = RedFlag.class, mode = EnumSource.Mode.EXCLUDE, names = "LEG_WEAKNESS")
  void anUnknownAnswerIsNeverANo(RedFlag flag) {
    Triage triage = triage(flags(RedFlagAnswers.allNo().with(flag, Answer.UNKNOWN)));

    assertThat(triage.outcome()).isEqualTo(TriageOutcome.NEEDS_CLEARANCE);
    assertThat(triage.reasons().getFirst().flags()).containsExactly("UNANSWERED_" + flag.name());
  }

  @Tag("RF-URGENT")
  @Test
  void questionsThatWereNotAskedAtAllAreOpenToo() {
    Triage triage = triage(flags(new RedFlagAnswers(Map.of(), Optional.empty())));

    assertThat(triage.outcome()).isEqualTo(TriageOutcome.NEEDS_CLEARANCE);
    assertThat(triage.reasons().getFirst().flags())
        .hasSize(RedFlag.values().length)
        .contains("UNANSWERED_LEG_WEAKNESS");
  }

  @Tag("RF-ADVISORY")
  @ParameterizedTest
  @CsvSource({
    // youngest, oldest, advisory
    "18, 19, YOUNGER_AGE",
    "19, 20, YOUNGER_AGE",
    "20, 21,",
    "49, 50,",
    "50, 51, OLDER_AGE",
    "51, 52, OLDER_AGE",
  })
  void anAgeThatMayBeUnder20OrOver50IsAnAdvisory(int youngest, int oldest, String advisory) {
    Triage triage = triage(Answers.ofTheContractsExample(), new Age(youngest, oldest));

    assertThat(triage.outcome()).isEqualTo(TriageOutcome.FIT);
    assertThat(triage.reasons())
        .flatExtracting(TriageReason::flags)
        .isEqualTo(Optional.ofNullable(advisory).stream().toList());
  }

  @Tag("RF-ADVISORY")
  @ParameterizedTest
  @CsvSource({"NONE, 0", "SOMETIMES, 1", "CONSTANT, 1"})
  void nightOrRestPainIsAnAdvisory(NightPain nightPain, int reasons) {
    Triage triage = triage(Answers.ofTheContractsExample().nightPain(nightPain));

    assertThat(triage.outcome()).isEqualTo(TriageOutcome.FIT);
    assertThat(triage.reasons())
        .hasSize(reasons)
        .allSatisfy(reason -> assertThat(reason.rule()).isEqualTo("RF-ADVISORY"));
  }

  @Tag("RF-ADVISORY")
  @Tag("RF-URGENT")
  @Test
  void twoAdvisoriesCountAsUrgentAndBothRulesAreNamed() {
    Triage triage =
        triage(Answers.ofTheContractsExample().nightPain(NightPain.SOMETIMES), new Age(60, 61));

    assertThat(triage.outcome()).isEqualTo(TriageOutcome.NEEDS_CLEARANCE);
    assertThat(triage.reasons())
        .extracting(TriageReason::rule)
        .containsExactly("RF-URGENT", "RF-ADVISORY");
    assertThat(triage.reasons())
        .extracting(TriageReason::flags)
        .containsOnly(List.of("OLDER_AGE", "NIGHT_OR_REST_PAIN"));
  }

  @Tag("RF-ADVISORY")
  @ParameterizedTest
  @CsvSource({
    // pain and odi now are 4 and 22
    // days, pain then, odi then, no gain
    "41, 4, 22, false",
    "42, 4, 22, true",
    "60, 4,,    true",
    "60, 5,,    true",
    "60, 6,,    false", // two points less
    "60, 4, 30, true",
    "60, 4, 32, false", // ten points and 30 % less
    "60, 6, 12, true", // less pain, more limits
    "60, 2, 22, true",
  })
  void noGainAfterSixWeeksIsAnAdvisory(int days, int pain, Integer odi, boolean expected) {
    EarlierAssessment earlier =
        new EarlierAssessment(NOW.minus(Duration.ofDays(days)), pain, Optional.ofNullable(odi));
    Triage triage =
        screen.screen(
            Answers.ofTheContractsExample().given(), FORTY, cleared(), Optional.of(earlier));

    assertThat(triage.reasons())
        .flatExtracting(TriageReason::flags)
        .isEqualTo(expected ? List.of("NO_GAIN") : List.of());
  }

  @Tag("RF-ADVISORY")
  @ParameterizedTest
  @CsvSource({
    // pain was 4 and is 4; points of the Roland-Morris score then and now, no gain
    "14, 14, true",
    "14, 10, true",
    "20, 15, false", // five points
    "10, 7,  false", // 30 %
    "10, 15, true",
  })
  void fewerLimitsInDailyLifeAreAGainToo(int then, int now, boolean expected) {
    EarlierAssessment earlier =
        new EarlierAssessment(
            NOW.minus(Duration.ofDays(42)), 4, Optional.empty(), Optional.of(then));
    Triage triage =
        screen.screen(
            Answers.ofTheContractsExample().rmdq(now).given(),
            FORTY,
            cleared(),
            Optional.of(earlier));

    assertThat(triage.reasons())
        .flatExtracting(TriageReason::flags)
        .isEqualTo(expected ? List.of("NO_GAIN") : List.of());
  }

  @Tag("RF-ADVISORY")
  @ParameterizedTest
  @CsvSource({
    // age, advisories; an age is known to the year
    "18, YOUNGER_AGE",
    "19, YOUNGER_AGE",
    "20,",
    "50,",
    "51, OLDER_AGE",
    "52, OLDER_AGE",
  })
  void anAgeThatIsKnownIsTakenAtItsWord(int years, String advisory) {
    Triage triage = triage(Answers.ofTheContractsExample(), new Age(years, years));

    assertThat(triage.reasons())
        .flatExtracting(TriageReason::flags)
        .isEqualTo(Optional.ofNullable(advisory).stream().toList());
  }

  @Test
  void aPatientWhoHasNoPainLeftHasNothingToGain() {
    EarlierAssessment earlier =
        new EarlierAssessment(NOW.minus(Duration.ofDays(60)), 0, Optional.of(10));
    Triage triage =
        screen.screen(
            Answers.ofAPatientWhoIsDoingWell().pain(0).given(),
            FORTY,
            cleared(),
            Optional.of(earlier));

    assertThat(triage.reasons()).isEmpty();
  }

  @Tag("CL-1")
  @Test
  void withoutClearanceThePlanWaits() {
    Triage triage =
        screen.screen(
            Answers.ofTheContractsExample().given(), FORTY, Optional.empty(), Optional.empty());

    assertThat(triage.outcome()).isEqualTo(TriageOutcome.NEEDS_CLEARANCE);
    assertThat(triage.reasons()).extracting(TriageReason::rule).containsExactly("CL-1");
    assertThat(triage.reasons().getFirst().flags()).containsExactly("CLEARANCE_NOT_RECORDED");
  }

  @Tag("CL-1")
  @ParameterizedTest
  @CsvSource({
    // status, seconds that it is still valid, flag
    "CLEARED,  ,  ",
    "CLEARED,  1, ",
    "CLEARED,  0, CLEARANCE_EXPIRED",
    "CLEARED, -1, CLEARANCE_EXPIRED",
    "PENDING,  ,  CLEARANCE_PENDING",
    "WITHHELD, ,  CLEARANCE_WITHHELD",
    "WITHHELD,-1, CLEARANCE_WITHHELD",
  })
  void clearanceMustBeGivenAndInForce(ClearanceStatus status, Integer validSeconds, String flag) {
    Optional<Instant> validUntil = Optional.ofNullable(validSeconds).map(NOW::plusSeconds);
    Clearance clearance = new Clearance(status, true, "Dr. A", validUntil, NOW.minusSeconds(60));
    Triage triage =
        screen.screen(
            Answers.ofTheContractsExample().given(),
            FORTY,
            Optional.of(clearance),
            Optional.empty());

    assertThat(triage.outcome())
        .isEqualTo(flag == null ? TriageOutcome.FIT : TriageOutcome.NEEDS_CLEARANCE);
    assertThat(triage.reasons())
        .flatExtracting(TriageReason::flags)
        .isEqualTo(Optional.ofNullable(flag).stream().toList());
  }

  @Tag("CL-2")
  @ParameterizedTest
  @CsvSource({
    "false, MUSCULAR, REST_NOT_ADEQUATE",
    "true,  UNKNOWN,  PAIN_SOURCE_UNKNOWN",
  })
  void tooLittleRestOrAnUnknownSourceIsAReasonButNoObstacle(
      boolean rest, PainSource source, String flag) {
    Triage triage = triage(Answers.ofTheContractsExample().adequateRest(rest).painSource(source));

    assertThat(triage.outcome()).isEqualTo(TriageOutcome.FIT);
    assertThat(triage.reasons()).extracting(TriageReason::rule).containsExactly("CL-2");
    assertThat(triage.reasons().getFirst().flags()).containsExactly(flag);
  }

  @Tag("RF-EMERGENCY")
  @Test
  void theEmergencyWinsAndEveryReasonIsListedInTheOrderOfTheRules() {
    RedFlagAnswers answers =
        RedFlagAnswers.allNo()
            .with(RedFlag.CANCER_HISTORY, Answer.YES)
            .with(RedFlag.SADDLE_NUMBNESS, Answer.YES);
    Triage triage =
        screen.screen(
            flags(answers).nightPain(NightPain.CONSTANT).adequateRest(false).given(),
            FORTY,
            Optional.empty(),
            Optional.empty());

    assertThat(triage.outcome()).isEqualTo(TriageOutcome.EMERGENCY);
    assertThat(triage.reasons())
        .extracting(TriageReason::rule)
        .containsExactly("RF-EMERGENCY", "RF-URGENT", "RF-ADVISORY", "CL-1", "CL-2");
  }

  @Test
  void aReasonSaysWhatItRestsOn() {
    TriageReason reason =
        triage(flags(RedFlagAnswers.allNo().with(RedFlag.SPINE_CONTUSION, Answer.YES)))
            .reasons()
            .getFirst();

    assertThat(reason.ruleVersion()).isEqualTo(1);
    assertThat(reason.evidence()).isEqualTo(Evidence.GUIDELINE);
    assertThat(reason.sources()).contains("RTB-SEVERE");
    assertThat(reason.text()).contains("clinician");
  }

  @Tag("RF-EMERGENCY")
  @Tag("RF-URGENT")
  @ParameterizedTest
  @CsvSource({"SADDLE_NUMBNESS, RF-EMERGENCY", "CANCER_HISTORY, RF-URGENT"})
  void aRedFlagEndsTheClearanceThatWasGivenBefore(RedFlag flag, String rule) {
    Triage triage = triage(flags(RedFlagAnswers.allNo().with(flag, Answer.YES)));

    assertThat(triage.ruleThatEndsClearance()).contains(rule);
  }

  @Test
  void anAdvisoryOrAMissingClearanceEndsNothing() {
    Triage triage =
        screen.screen(
            Answers.ofTheContractsExample().nightPain(NightPain.CONSTANT).given(),
            FORTY,
            Optional.empty(),
            Optional.empty());

    assertThat(triage.ruleThatEndsClearance()).isEmpty();
  }

  private Triage triage(Answers answers) {
    return triage(answers, FORTY);
  }

  private Triage triage(Answers answers, Age age) {
    return screen.screen(answers.given(), age, cleared(), Optional.empty());
  }

  private static Answers flags(RedFlagAnswers answers) {
    return Answers.ofTheContractsExample().redFlags(answers);
  }

  private static Optional<Clearance> cleared() {
    return Optional.of(
        new Clearance(
            ClearanceStatus.CLEARED, false, "Dr. A", Optional.empty(), NOW.minusSeconds(60)));
  }
}
