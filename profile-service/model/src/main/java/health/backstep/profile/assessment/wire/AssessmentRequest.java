package health.backstep.profile.assessment.wire;

import health.backstep.profile.assessment.ActivityBefore;
import health.backstep.profile.assessment.Assessment;
import health.backstep.profile.assessment.Direction;
import health.backstep.profile.assessment.InflammatoryAnswers;
import health.backstep.profile.assessment.IntensityChange;
import health.backstep.profile.assessment.LocationChange;
import health.backstep.profile.assessment.Movement;
import health.backstep.profile.assessment.MovementTest;
import health.backstep.profile.assessment.PainSource;
import health.backstep.profile.assessment.Questionnaires;
import health.backstep.wire.Refused;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One assessment as it is sent. */
public record AssessmentRequest(
    @NotNull OffsetDateTime assessedAt,
    @NotNull @Valid PainRequest pain,
    @NotNull PainSource painSource,
    @NotNull Boolean adequateRest,
    @NotNull ActivityBefore activityBefore,
    @Nullable Set<@NotNull Movement> aggravatedBy,
    @Nullable Set<@NotNull Movement> relievedBy,
    @Nullable @Size(max = 20) List<@NotNull @Valid MovementTestRequest> movementTests,
    @NotNull @Valid RedFlagsRequest redFlags,
    @Nullable @Valid QuestionnairesRequest questionnaires,
    @Nullable @Valid InflammatoryRequest inflammatory) {

  private static final Duration CLOCKS_MAY_DIFFER = Duration.ofMinutes(5);

  /** No patient was born earlier. */
  private static final LocalDate EARLIEST_ONSET = LocalDate.of(1900, 1, 1);

  /** One repeated-movement test. */
  public record MovementTestRequest(
      @NotNull Direction direction,
      @NotNull LocationChange location,
      @NotNull IntensityChange intensity,
      @NotNull Boolean lasting) {

    MovementTest toTest() {
      return new MovementTest(direction, location, intensity, lasting);
    }
  }

  public Assessment toAssessment(ZoneId zone, Instant now) {
    refuseImpossibleTimes(zone, now);
    return new Assessment(
        assessedAt.toInstant(),
        zone,
        pain.toReport(),
        painSource,
        adequateRest,
        activityBefore,
        aggravatedBy == null ? Set.of() : aggravatedBy,
        relievedBy == null ? Set.of() : relievedBy,
        movementTests == null
            ? List.of()
            : movementTests.stream().map(MovementTestRequest::toTest).toList(),
        redFlags.toAnswers(),
        toQuestionnaires(),
        inflammatory == null ? InflammatoryAnswers.none() : inflammatory.toAnswers());
  }

  public Questionnaires toQuestionnaires() {
    return questionnaires == null ? Questionnaires.none() : questionnaires.toQuestionnaires();
  }

  private void refuseImpossibleTimes(ZoneId zone, Instant now) {
    if (assessedAt.toInstant().isAfter(now.plus(CLOCKS_MAY_DIFFER))) {
      throw Refused.because(
          "/assessedAt", "TIME_IN_FUTURE", "It is more than 5 minutes in the future.");
    }
    if (pain.onset().isBefore(EARLIEST_ONSET)) {
      throw Refused.because("/pain/onset", "OUT_OF_RANGE", "It is before " + EARLIEST_ONSET + ".");
    }
    if (pain.onset().isAfter(assessedAt.atZoneSameInstant(zone).toLocalDate())) {
      throw Refused.because(
          "/pain/onset", "ONSET_AFTER_ASSESSMENT", "It is after the assessment's day.");
    }
  }
}
