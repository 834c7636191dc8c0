package health.backstep.system;

import health.backstep.client.profile.model.ActivityBefore;
import health.backstep.client.profile.model.AssessmentRequest;
import health.backstep.client.profile.model.Direction;
import health.backstep.client.profile.model.IntensityChange;
import health.backstep.client.profile.model.LegWeakness;
import health.backstep.client.profile.model.LocationChange;
import health.backstep.client.profile.model.Movement;
import health.backstep.client.profile.model.MovementTestRequest;
import health.backstep.client.profile.model.NightPain;
import health.backstep.client.profile.model.PainLocation;
import health.backstep.client.profile.model.PainQuality;
import health.backstep.client.profile.model.PainRequest;
import health.backstep.client.profile.model.PainSource;
import health.backstep.client.profile.model.QuestionnairesRequest;
import health.backstep.client.profile.model.RedFlagsRequest;
import health.backstep.client.profile.model.Settling;
import health.backstep.client.profile.model.StartBackRequest;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

/** The assessment of a back that prefers extension, with or without an emergency sign. */
final class Assessments {

  private Assessments() {}

  static AssessmentRequest made(OffsetDateTime at, boolean saddleNumbness) {
    return new AssessmentRequest()
        .assessedAt(at)
        .pain(pain())
        .painSource(PainSource.MUSCULAR)
        .adequateRest(true)
        .activityBefore(ActivityBefore.LIGHT)
        .aggravatedBy(Set.of(Movement.BENDING, Movement.SITTING))
        .relievedBy(Set.of(Movement.WALKING, Movement.LYING_PRONE))
        .movementTests(
            List.of(
                new MovementTestRequest()
                    .direction(Direction.EXTENSION)
                    .location(LocationChange.CENTRALISED)
                    .intensity(IntensityChange.BETTER)
                    .lasting(true)))
        .redFlags(redFlags(saddleNumbness))
        .questionnaires(
            new QuestionnairesRequest()
                .odi(List.of(1, 1, 2, 1, 1, 0, 1, 1, 2, 1))
                .startBack(new StartBackRequest().total(3).psychosocial(1)));
  }

  private static PainRequest pain() {
    return new PainRequest()
        .now(4)
        .average7d(4)
        .worst24h(6)
        .location(PainLocation.LOW_BACK)
        .quality(PainQuality.DULL)
        .onset(LocalDate.of(2026, 10, 25))
        .nightPain(NightPain.NONE)
        .settling(Settling.UP_TO_24_HOURS);
  }

  private static RedFlagsRequest redFlags(boolean saddleNumbness) {
    return new RedFlagsRequest()
        .saddleNumbness(saddleNumbness)
        .bladderOrBowelChange(false)
        .legWeakness(LegWeakness.NONE)
        .cancerHistory(false)
        .unexplainedWeightLoss(false)
        .feverOrInfection(false)
        .intravenousDrugUse(false)
        .immunosuppression(false)
        .prolongedSteroids(false)
        .significantTrauma(false)
        .spineContusion(false)
        .knownFractureOrTumour(false)
        .spinalSurgeryWithinYear(false);
  }
}
