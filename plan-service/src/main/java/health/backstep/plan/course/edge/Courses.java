package health.backstep.plan.course.edge;

import health.backstep.backbone.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** How far the histories of the running tenant's patients have been folded. */
@ApplicationScoped
class Courses implements PanacheRepositoryBase<CourseRow, UUID> {

  /** The patient's row, locked until the transaction ends. */
  Optional<CourseRow> lock(UUID patientId) {
    return findByIdOptional(patientId, LockModeType.PESSIMISTIC_WRITE);
  }

  /** The patient's row as it is once it has been locked, whatever was read before. */
  CourseRow lockRefreshed(UUID patientId) {
    CourseRow row = findById(patientId);
    getEntityManager().refresh(row, LockModeType.PESSIMISTIC_WRITE);
    return row;
  }

  /**
   * Makes sure that the patient is known.
   *
   * @throws ProblemException 404 when not, also for another tenant's patient
   */
  void require(UUID patientId) {
    requireFound(findByIdOptional(patientId));
  }

  /**
   * The same before a change. To read the row first and lock it then would keep what it was before
   * an event that was folded in between.
   */
  void requireLocked(UUID patientId) {
    requireFound(lock(patientId));
  }

  private static void requireFound(Optional<CourseRow> row) {
    if (row.isEmpty()) {
      throw ProblemException.notFound("PATIENT_NOT_FOUND", "There is no such patient.");
    }
  }
}
