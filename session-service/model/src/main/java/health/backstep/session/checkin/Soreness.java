package health.backstep.session.checkin;

import health.backstep.session.pain.PainLocation;
import health.backstep.session.pain.PainQuality;
import health.backstep.session.pain.PainSigns;
import java.util.Objects;
import java.util.Optional;

/** What the patient feels in the muscles, as far as it was said. */
public record Soreness(
    boolean present, Optional<PainQuality> quality, Optional<PainLocation> location) {

  public Soreness {
    Objects.requireNonNull(quality, "quality");
    Objects.requireNonNull(location, "location");
  }

  /** The patient is not sore. */
  public static Soreness none() {
    return new Soreness(false, Optional.empty(), Optional.empty());
  }

  /** Alarming signs count even when {@code present} is false: they are no soreness anyway. */
  public PainSigns signs() {
    return new PainSigns(quality, location);
  }

  /** Stated to be dull and in a worked muscle: only then does SO-1 excuse the pain. */
  public boolean statedMuscleAche() {
    return present && signs().workedMuscleAche();
  }

  /** Nothing said speaks against a muscle ache: enough for SO-2, which takes a step back. */
  public boolean possibleMuscleAche() {
    return present && !signs().alarming() && (location.isEmpty() || signs().inWorkedMuscle());
  }
}
