package health.backstep.safety.property;

import health.backstep.plan.catalogue.Catalogue;
import health.backstep.plan.catalogue.Direction;
import health.backstep.plan.catalogue.Equipment;
import health.backstep.plan.catalogue.Exercise;
import health.backstep.plan.history.PlanEvent;
import health.backstep.plan.history.PlanEvent.AssessmentCompleted;
import health.backstep.plan.history.PlanEvent.ClearanceChanged;
import health.backstep.plan.history.PlanEvent.Episode;
import health.backstep.plan.history.PlanEvent.FlareReported;
import health.backstep.plan.history.PlanEvent.PatientRecorded;
import health.backstep.plan.routine.Stage;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What the events have told about a patient so far, as the properties read it. */
final class Circumstance {

  private final Catalogue catalogue;
  private final Set<Direction> learned = EnumSet.noneOf(Direction.class);
  private PatientRecorded patient;
  private AssessmentCompleted assessment;
  private AssessmentCompleted firstOfBias;
  private boolean loading;

  Circumstance(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  void learn(PlanEvent event) {
    switch (event) {
      case PatientRecorded recorded -> patient = recorded;
      case AssessmentCompleted made -> assessed(made);
      case ClearanceChanged changed -> loading = changed.cleared() ? changed.loading() : loading;
      case FlareReported flare -> radiates(flare);
      default -> {}
    }
  }

  private void assessed(AssessmentCompleted made) {
    assessment = made;
    firstOfBias = firstOfBias != null && firstOfBias.bias() == made.bias() ? firstOfBias : made;
  }

  private void radiates(FlareReported flare) {
    if (flare.radiating() && flare.episode() != Episode.CONTINUED) {
      flare.provoking().stream()
          .flatMap(id -> catalogue.find(id).stream())
          .map(Exercise::direction)
          .filter(direction -> direction != Direction.NEUTRAL)
          .forEach(learned::add);
    }
  }

  /** Days from the first assessment that found this bias to the latest, by dates in UTC. */
  long daysOfBias() {
    return ChronoUnit.DAYS.between(
        firstOfBias.assessedAt().truncatedTo(ChronoUnit.DAYS),
        assessment.assessedAt().truncatedTo(ChronoUnit.DAYS));
  }

  /** Average pain of a week, when this bias was first found. */
  int painAtFirst() {
    return firstOfBias.average7d();
  }

  PatientRecorded patient() {
    return patient;
  }

  AssessmentCompleted assessment() {
    return assessment;
  }

  boolean loading() {
    return loading;
  }

  Stage stage() {
    return assessment.lowestStageOnly() ? Stage.CALM : assessment.stage();
  }

  boolean forbids(Direction direction) {
    return learned.contains(direction) || assessment.forbidden().contains(direction);
  }

  boolean has(Equipment needed) {
    return switch (needed) {
      case MAT, TOWEL, CHAIR, WALL -> true;
      default -> patient.equipment().contains(needed);
    };
  }

  Optional<Direction> preferred() {
    return switch (assessment.bias()) {
      case EXTENSION -> Optional.of(Direction.EXTENSION);
      case FLEXION -> Optional.of(Direction.FLEXION);
      case SIDE_GLIDE_LEFT -> Optional.of(Direction.SIDE_GLIDE_LEFT);
      case SIDE_GLIDE_RIGHT -> Optional.of(Direction.SIDE_GLIDE_RIGHT);
      case NONE -> Optional.empty();
    };
  }
}
