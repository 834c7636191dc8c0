package health.backstep.session.course.edge;

import health.backstep.backbone.problem.ProblemException;
import health.backstep.session.reading.CourseState;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/**
 * The stored courses of the running tenant. Patients are known here as soon as their first event
 * has come.
 */
@ApplicationScoped
public class Courses implements PanacheRepositoryBase<CourseRow, UUID> {

  /**
   * The patient's course, for reading.
   *
   * @throws ProblemException 404 for an unknown patient, also for another tenant's
   */
  public CourseState get(UUID patientId) {
    return findByIdOptional(patientId)
        .map(row -> row.course.toState())
        .orElseThrow(Courses::unknown);
  }

  /**
   * The patient's course, locked until the transaction ends: a patient's records are read one by
   * one.
   */
  Optional<CourseState> lock(UUID patientId) {
    return findByIdOptional(patientId, LockModeType.PESSIMISTIC_WRITE)
        .map(row -> row.course.toState());
  }

  void store(UUID patientId, CourseState state) {
    findById(patientId).course = CourseDocument.of(state);
  }

  /** Takes a patient in, or a new time zone. */
  void begin(UUID patientId, ZoneId zone) {
    Optional<CourseState> known = lock(patientId);
    if (known.isPresent()) {
      store(patientId, moved(known.get(), zone));
      return;
    }
    CourseRow row = new CourseRow();
    row.patientId = patientId;
    row.course = CourseDocument.of(CourseState.beginning(zone));
    persist(row);
  }

  static ProblemException unknown() {
    return ProblemException.notFound("PATIENT_NOT_FOUND", "There is no such patient.");
  }

  private static CourseState moved(CourseState state, ZoneId zone) {
    return new CourseState(
        state.baseline(), zone, state.readings(), state.sessions(), state.episode());
  }
}
