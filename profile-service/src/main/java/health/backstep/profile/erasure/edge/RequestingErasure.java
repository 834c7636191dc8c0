package health.backstep.profile.erasure.edge;

import health.backstep.backbone.erasure.ErasingPatient;
import health.backstep.backbone.erasure.PatientErased;
import health.backstep.backbone.event.Cause;
import health.backstep.backbone.event.Uuid7;
import health.backstep.backbone.outbox.Outbox;
import health.backstep.profile.ProfileTopic;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * Begins an erasure: in one transaction the patient's rows go here, and the event that makes them
 * go everywhere is stored, as the patient's last.
 */
@ApplicationScoped
public class RequestingErasure {

  private final ErasingPatient erasing;
  private final Erasures erasures;
  private final ErasureParts parts;
  private final Outbox outbox;
  private final Clock clock;

  RequestingErasure(
      ErasingPatient erasing, Erasures erasures, ErasureParts parts, Outbox outbox, Clock clock) {
    this.erasing = erasing;
    this.erasures = erasures;
    this.parts = parts;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Erases a patient of the running tenant; one who was erased before has that erasure.
   *
   * @param isKnown asked once nobody else can change the answer
   * @return empty when there never was such a patient
   */
  public Optional<ErasureView> request(UUID patientId, BooleanSupplier isKnown, Cause cause) {
    erasing.lock(patientId);
    Optional<ErasureRow> before = erasures.ofPatient(patientId);
    if (before.isPresent()) {
      return before.map(this::view);
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return isKnown.getAsBoolean()
        ? Optional.of(begin(Uuid7.next(), patientId, now, cause))
        : Optional.empty();
  }

  /**
   * Carries an erasure out again that this database does not know any more, under the id and time
   * that the partner was told.
   *
   * @param isKnown asked once nobody else can change the answer
   * @return false when it is known, or there is no such patient
   */
  public boolean repeat(NotedErasure noted, BooleanSupplier isKnown, Cause cause) {
    erasing.lock(noted.patientId());
    if (erasures.ofPatient(noted.patientId()).isPresent() || !isKnown.getAsBoolean()) {
      return false;
    }
    begin(noted.erasureId(), noted.patientId(), noted.requestedAt(), cause);
    return true;
  }

  private ErasureView begin(UUID erasureId, UUID patientId, Instant requestedAt, Cause cause) {
    ErasureRow row = new ErasureRow();
    row.id = erasureId;
    row.patientId = patientId;
    row.requestedAt = requestedAt;
    erasures.persistAndFlush(row);
    ErasedParts.SERVICES.forEach(service -> parts.persist(part(row.id, service)));
    UUID eventId =
        outbox.publish(
            ProfileTopic.EVENTS, PatientErased.TYPE, patientId, cause, new PatientErased(row.id));
    ErasureView view = view(row);
    erasing.erase(
        patientId, row.id, new Cause(eventId, cause.correlationId(), cause.traceparent()));
    return view;
  }

  private ErasureView view(ErasureRow row) {
    return ErasureView.of(row, parts.of(row.id));
  }

  private static ErasurePartRow part(UUID erasureId, String service) {
    ErasurePartRow part = new ErasurePartRow();
    part.erasureId = erasureId;
    part.service = service;
    return part;
  }
}
