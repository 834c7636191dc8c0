package health.backstep.session.workout.edge;

import health.backstep.backbone.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The stored sessions of the running tenant. */
@ApplicationScoped
public class SessionRows implements PanacheRepositoryBase<SessionRow, UUID> {

  /**
   * A patient's session.
   *
   * @throws ProblemException 404 when there is none
   */
  SessionRow get(UUID patientId, UUID sessionId) {
    return findByIdOptional(sessionId)
        .filter(row -> row.patientId.equals(patientId))
        .orElseThrow(SessionRows::unknown);
  }

  /**
   * Makes sure that the patient has that session.
   *
   * @throws ProblemException 404 when not
   */
  public void require(UUID patientId, UUID sessionId) {
    get(patientId, sessionId);
  }

  /** Starts of all the patient's sessions in which something of the plan was done. */
  public List<Instant> startsOfDone(UUID patientId) {
    return find("patientId", patientId).stream()
        .filter(row -> row.answer.donePercent() > 0)
        .map(row -> row.startedAt)
        .toList();
  }

  List<SessionRow> page(UUID patientId, UUID before, int limit) {
    return find("patientId = ?1 and id < ?2 order by id desc", patientId, before)
        .page(0, limit)
        .list();
  }

  private static ProblemException unknown() {
    return ProblemException.notFound("SESSION_NOT_FOUND", "There is no such session.");
  }
}
