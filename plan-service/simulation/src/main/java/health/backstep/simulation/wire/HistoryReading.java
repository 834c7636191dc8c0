package health.backstep.simulation.wire;

import health.backstep.profile.clearance.Clearance;
import health.backstep.profile.clearance.ClearanceStatus;
import health.backstep.profile.patient.Patient;
import health.backstep.profile.patient.PatientId;
import health.backstep.session.checkin.CheckInId;
import health.backstep.session.intake.RecordedTime;
import health.backstep.session.workout.SessionCheck;
import health.backstep.session.workout.SessionId;
import health.backstep.session.workout.WorkoutSession;
import health.backstep.simulation.HistoryRecord;
import health.backstep.simulation.PatientHistory;
import health.backstep.simulation.Place;
import health.backstep.wire.Fault;
import health.backstep.wire.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Turns a request into a history by the methods of the services, and gathers what they refuse, each
 * fault at its place in the request.
 */
public final class HistoryReading {

  /** The patient is registered and cleared just before the first record. */
  private static final Duration BEFORE = Duration.ofMillis(1);

  private final SimulationRequest request;
  private final Instant now;
  private final List<Fault> faults = new ArrayList<>();

  private HistoryReading(SimulationRequest request, Instant now) {
    this.request = request;
    this.now = now;
  }

  /**
   * The history that a valid request tells.
   *
   * @throws Refused naming all faults, each by its place
   */
  public static PatientHistory read(SimulationRequest request, Instant now) {
    return new HistoryReading(request, now).history();
  }

  private PatientHistory history() {
    Instant begin = begin();
    Optional<Patient> patient =
        take(
            Place.PATIENT,
            () -> request.patient().toPatient(new PatientId(Place.PATIENT.idOf("patient")), begin));
    Refused.ifAny(faults);
    Optional<Clearance> clearance =
        take(Place.CLEARANCE, () -> clearance(patient.orElseThrow(), begin));
    List<HistoryRecord> records = records(patient.orElseThrow());
    faults.addAll(SessionNames.faults(request.history()));
    Refused.ifAny(faults);
    return new PatientHistory(patient.orElseThrow(), clearance.orElseThrow(), records);
  }

  private Instant begin() {
    return Stream.concat(
            Stream.of(request.assessment().assessedAt()),
            request.history().stream().map(HistoryEntry::at))
        .map(OffsetDateTime::toInstant)
        .min(Instant::compareTo)
        .orElseThrow()
        .minus(BEFORE);
  }

  private Clearance clearance(Patient patient, Instant at) {
    return request.clearance() == null
        ? new Clearance(
            ClearanceStatus.CLEARED, false, "nobody in particular", Optional.empty(), at)
        : request.clearance().toClearance(patient.timeZone(), at);
  }

  private List<HistoryRecord> records(Patient patient) {
    List<HistoryRecord> records = new ArrayList<>();
    take(
            Place.ASSESSMENT,
            () ->
                new HistoryRecord.Assessed(
                    Place.ASSESSMENT, request.assessment().toAssessment(patient.timeZone(), now)))
        .ifPresent(records::add);
    for (int i = 0; i < request.history().size(); i++) {
      Place place = Place.history(i);
      HistoryEntry entry = request.history().get(i);
      take(place, () -> record(place, entry, patient)).ifPresent(records::add);
    }
    return records;
  }

  private HistoryRecord record(Place place, HistoryEntry entry, Patient patient) {
    return switch (entry) {
      case HistoryEntry.Session session -> session(place, session);
      case HistoryEntry.CheckIn checkIn -> {
        refuseFuture(checkIn);
        yield new HistoryRecord.CheckedIn(
            place,
            checkIn
                .body()
                .toCheckIn(
                    new CheckInId(place.idOf("check-in")),
                    Optional.ofNullable(checkIn.sessionId()).map(SessionId::new)));
      }
      case HistoryEntry.Flare flare -> {
        refuseFuture(flare);
        yield new HistoryRecord.Flared(place, flare.body().toReport());
      }
      case HistoryEntry.Assessment assessment ->
          new HistoryRecord.Assessed(
              place, assessment.body().toAssessment(patient.timeZone(), now));
      case HistoryEntry.Clearance clearance -> {
        refuseFuture(clearance);
        yield new HistoryRecord.Cleared(
            place, clearance.body().toClearance(patient.timeZone(), clearance.at().toInstant()));
      }
      case HistoryEntry.Unclear unclear -> throw new Refused(List.of(unclear.fault()));
    };
  }

  /** What only the plan of that time can tell is checked when the session's turn comes. */
  private HistoryRecord session(Place place, HistoryEntry.Session entry) {
    UUID id = entry.sessionId() == null ? place.idOf("session") : entry.sessionId();
    WorkoutSession session = entry.body().toSession(new SessionId(id));
    Refused.ifAny(
        SessionCheck.faults(session, Optional.empty(), now).stream()
            .filter(fault -> !fault.code().equals(SessionCheck.PLAN_VERSION_UNKNOWN))
            .toList());
    return new HistoryRecord.Worked(place, session);
  }

  private void refuseFuture(HistoryEntry entry) {
    RecordedTime.refuseFuture("/at", entry.at().toInstant(), now);
  }

  private <T> Optional<T> take(Place place, Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (Refused refused) {
      refused.faults().stream().map(fault -> fault.within(place.pointer())).forEach(faults::add);
      return Optional.empty();
    }
  }
}
