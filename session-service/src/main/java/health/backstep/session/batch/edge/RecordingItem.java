package health.backstep.session.batch.edge;

import health.backstep.backbone.event.Cause;
import health.backstep.backbone.event.TraceParent;
import health.backstep.backbone.event.Uuid7;
import health.backstep.backbone.rest.Answer;
import health.backstep.backbone.rest.Call;
import health.backstep.backbone.rest.Fingerprints;
import health.backstep.session.batch.edge.RecordedItems.Recorded;
import health.backstep.session.checkin.edge.RecordingCheckIn;
import health.backstep.session.flare.edge.RecordingFlare;
import health.backstep.session.workout.SessionId;
import health.backstep.session.workout.edge.RecordingSession;
import health.backstep.wire.Refused;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Records one item in a transaction of its own, once for its id. The id counts as the {@code
 * Idempotency-Key} of the item's own route, too: what an app sent there and then queued, because it
 * saw no answer, is not recorded twice.
 */
@RequestScoped
class RecordingItem {

  private final Call call;
  private final Fingerprints fingerprints;
  private final RecordedItems recorded;
  private final RecordingSession sessions;
  private final RecordingCheckIn checkIns;
  private final RecordingFlare flares;

  RecordingItem(
      Call call,
      Fingerprints fingerprints,
      RecordedItems recorded,
      RecordingSession sessions,
      RecordingCheckIn checkIns,
      RecordingFlare flares) {
    this.call = call;
    this.fingerprints = fingerprints;
    this.recorded = recorded;
    this.sessions = sessions;
    this.checkIns = checkIns;
    this.flares = flares;
  }

  ItemAnswer record(BatchItem item) {
    Recorded answer = call.read(() -> once(item));
    return new ItemAnswer(item.id(), answer.status(), answer.location(), answer.result(), null);
  }

  private Recorded once(BatchItem item) {
    Optional<UUID> session = session(item);
    String operation = operation(item, session);
    Object body = body(item);
    return recorded
        .takeOrFind(item, fingerprints.of(operation, body))
        .orElseGet(
            () -> {
              Response written =
                  call.writePart(
                      item.id().toString(),
                      operation,
                      body,
                      () -> named(item, () -> answer(item, session)));
              Recorded answer =
                  new Recorded(
                      written.getStatus(),
                      written.getHeaderString(HttpHeaders.LOCATION),
                      (String) written.getEntity());
              recorded.store(item.id(), answer);
              return answer;
            });
  }

  /** Faults of the body, by their place in the item. */
  private static Answer named(BatchItem item, Supplier<Answer> work) {
    try {
      return work.get();
    } catch (Refused refused) {
      throw new Refused(
          refused.faults().stream().map(fault -> fault.within("/" + item.kind())).toList());
    }
  }

  private Answer answer(BatchItem item, Optional<UUID> session) {
    UUID patient = item.patientId();
    Cause cause = Cause.request(Uuid7.next(), TraceParent.current().orElse(null));
    if (item.session() != null) {
      return sessions.record(patient, item.session(), cause).created(patient);
    }
    if (item.checkIn() != null) {
      return checkIns
          .record(patient, session.map(SessionId::new), item.checkIn(), cause)
          .created(patient);
    }
    return flares.record(patient, item.flare(), cause).created(patient);
  }

  private Optional<UUID> session(BatchItem item) {
    if (item.sessionItem() == null) {
      return Optional.ofNullable(item.sessionId());
    }
    return Optional.of(
        recorded
            .session(item.patientId(), item.sessionItem())
            .orElseThrow(
                () ->
                    Refused.because(
                        "/sessionItem",
                        "SESSION_ITEM_NOT_RECORDED",
                        "no session of the patient was recorded from that item; mend the session"
                            + " and send both again, or the check-in without it")));
  }

  /** The operation that records a session by itself. */
  static String ofSession(UUID patientId) {
    return "POST /v1/patients/" + patientId + "/sessions";
  }

  private static String operation(BatchItem item, Optional<UUID> session) {
    if (item.session() != null) {
      return ofSession(item.patientId());
    }
    String patient = "POST /v1/patients/" + item.patientId();
    return item.checkIn() == null
        ? patient + "/flares"
        : session
            .map(id -> patient + "/sessions/" + id + "/check-ins")
            .orElse(patient + "/check-ins");
  }

  private static Object body(BatchItem item) {
    if (item.session() != null) {
      return item.session();
    }
    return item.checkIn() == null ? item.flare() : item.checkIn();
  }
}
