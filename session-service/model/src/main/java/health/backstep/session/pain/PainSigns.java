package health.backstep.session.pain;

import java.util.Objects;
import java.util.Optional;

/** What a pain feels like and where, as far as the patient said so. */
public record PainSigns(Optional<PainQuality> quality, Optional<PainLocation> location) {

  public PainSigns {
    Objects.requireNonNull(quality, "quality");
    Objects.requireNonNull(location, "location");
  }

  /**
   * FL-3: sharp, shooting or burning, or radiating. It counts whatever the pain number is, because
   * the sign warns and not the number.
   */
  public boolean alarming() {
    return radiating() || quality.filter(felt -> felt != PainQuality.DULL).isPresent();
  }

  /**
   * Pain moving down the leg (FL-3, RG-DIR): any pain felt in the leg. That includes patients whose
   * pain was in the leg from the start: a record does not tell whether it moved, so the
   * conservative reading holds and a clinician's review can say otherwise.
   */
  public boolean radiating() {
    return location.filter(PainLocation::isLeg).isPresent();
  }

  /** Stated to be dull and in a worked muscle: the ache that SO-1 accepts. */
  public boolean workedMuscleAche() {
    return quality.filter(PainQuality.DULL::equals).isPresent() && inWorkedMuscle();
  }

  /** In a worked muscle, and nothing said speaks against an ache: enough for SO-2 and SO-3. */
  public boolean possibleMuscleAche() {
    return inWorkedMuscle() && !alarming();
  }

  public boolean inWorkedMuscle() {
    return location.filter(PainLocation.WORKED_MUSCLE::equals).isPresent();
  }
}
