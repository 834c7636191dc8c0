package health.backstep.session.workout.edge;

import health.backstep.backbone.event.Uuid7;
import health.backstep.backbone.outbox.PreparedEvent;
import health.backstep.backbone.rest.KeptAnswer;
import health.backstep.session.course.edge.CourseDocument;
import health.backstep.session.workout.WorkoutSession;
import health.backstep.session.workout.edge.Grounds.Ground;
import health.backstep.session.workout.edge.Grounds.Place;
import health.backstep.session.workout.wire.SessionRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session that was worked out and is not stored yet.
 *
 * @param before the revision of the course that it was read on
 * @param after where the patient stands when it is stored
 * @param course the same as it is stored
 */
public record SessionAtOnce(
    Place place,
    UUID before,
    Ground after,
    CourseDocument course,
    SessionRequest request,
    WorkoutSession session,
    SessionAnswer answer,
    PreparedEvent event) {

  /**
   * All that there is to store.
   *
   * @param item of the batch that it came with; null when it came alone
   */
  public SessionToRecord toRecord(KeptAnswer kept, @Nullable UUID item) {
    return new SessionToRecord(
        place.patientId(),
        place.planVersion(),
        before,
        after.revision(),
        course,
        session.id().value(),
        session.startedAt(),
        request,
        answer,
        Uuid7.next(),
        session.endedAt(),
        session.painAfter(),
        event.id(),
        event.topic(),
        event.headers(),
        event.payload(),
        kept.client(),
        kept.key(),
        item,
        kept.fingerprint(),
        kept.status(),
        kept.body(),
        kept.location(),
        kept.line());
  }
}
