package health.backstep.profile.sandbox.edge;

import health.backstep.profile.assessment.ActivityBefore;
import health.backstep.profile.assessment.Direction;
import health.backstep.profile.assessment.IntensityChange;
import health.backstep.profile.assessment.LocationChange;
import health.backstep.profile.assessment.NightPain;
import health.backstep.profile.assessment.PainLocation;
import health.backstep.profile.assessment.PainQuality;
import health.backstep.profile.assessment.PainSource;
import health.backstep.profile.assessment.Settling;
import health.backstep.profile.assessment.wire.AssessmentRequest;
import health.backstep.profile.assessment.wire.AssessmentRequest.MovementTestRequest;
import health.backstep.profile.assessment.wire.PainRequest;
import health.backstep.profile.assessment.wire.QuestionnairesRequest;
import health.backstep.profile.assessment.wire.RedFlagsRequest;
import health.backstep.profile.classification.Bias;
import health.backstep.profile.classification.Stage;
import health.backstep.profile.patient.wire.PatientRequest;
import health.backstep.profile.redflag.LegWeakness;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** An example patient: nobody, and told so that stage and bias come out as named. */
record Example(Stage stage, Bias bias) {

  private static final int ADULT = 40;
  private static final int ODI_ITEMS = 10;
  private static final int WEEKS_SINCE_ONSET = 5;

  /** Each stage with each bias. */
  static List<Example> all() {
    return Arrays.stream(Stage.values())
        .flatMap(stage -> Stream.of(Bias.values()).map(bias -> new Example(stage, bias)))
        .toList();
  }

  String externalId() {
    return ("example-" + stage + "-" + bias).toLowerCase(Locale.ROOT).replace('_', '-');
  }

  PatientRequest patient(Instant now) {
    int birthYear = now.atZone(ZoneOffset.UTC).getYear() - ADULT;
    return new PatientRequest(externalId(), birthYear, "Europe/Berlin", Set.of(), 15, 3);
  }

  AssessmentRequest assessment(Instant now) {
    return new AssessmentRequest(
        now.atOffset(ZoneOffset.UTC),
        pain(now.atZone(ZoneOffset.UTC).toLocalDate().minusWeeks(WEEKS_SINCE_ONSET)),
        PainSource.MUSCULAR,
        true,
        ActivityBefore.LIGHT,
        Set.of(),
        Set.of(),
        movementTests(),
        noRedFlags(),
        new QuestionnairesRequest(
            Collections.nCopies(ODI_ITEMS, limits()), null, null, null, null, null),
        null);
  }

  /** Pain, its settling and the limits of daily life speak for one and the same stage (TB-1). */
  private PainRequest pain(LocalDate onset) {
    return switch (stage) {
      case CALM -> pain(7, onset, Settling.OVER_24_HOURS);
      case CONTROL -> pain(4, onset, Settling.UP_TO_24_HOURS);
      case BUILD -> pain(2, onset, Settling.UNDER_30_MINUTES);
    };
  }

  private static PainRequest pain(int level, LocalDate onset, Settling settling) {
    return new PainRequest(
        level,
        level,
        level,
        PainLocation.LOW_BACK,
        PainQuality.DULL,
        onset,
        NightPain.NONE,
        settling);
  }

  private int limits() {
    return switch (stage) {
      case CALM -> 3;
      case CONTROL -> 2;
      case BUILD -> 1;
    };
  }

  /** One direction brought the pain to the middle and lastingly down (DP-1), or nothing did. */
  private List<MovementTestRequest> movementTests() {
    return bias == Bias.NONE
        ? List.of()
        : List.of(
            new MovementTestRequest(
                Direction.valueOf(bias.name()),
                LocationChange.CENTRALISED,
                IntensityChange.BETTER,
                true));
  }

  private static RedFlagsRequest noRedFlags() {
    return new RedFlagsRequest(
        false,
        false,
        LegWeakness.NONE,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false);
  }
}
