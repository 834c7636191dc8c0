package health.backstep.session.flare.edge;

import health.backstep.backbone.clock.PatientClock;
import health.backstep.backbone.event.Cause;
import health.backstep.session.course.edge.TakenRecord;
import health.backstep.session.course.edge.TakingRecords;
import health.backstep.session.flare.SelfReport;
import health.backstep.session.flare.wire.FlareRequest;
import health.backstep.session.intake.RecordedTime;
import health.backstep.session.pain.Origin;
import health.backstep.session.pain.edge.PainReadings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Reads a flare that a patient reports, and tells about it, all in one transaction. */
@ApplicationScoped
public class RecordingFlare {

  private final TakingRecords taking;
  private final PainReadings readings;
  private final PatientClock clock;

  RecordingFlare(TakingRecords taking, PainReadings readings, PatientClock clock) {
    this.taking = taking;
    this.readings = readings;
    this.clock = clock;
  }

  /** Takes the report in, inside the running transaction. */
  public FlareAnswer record(UUID patientId, FlareRequest request, Cause cause) {
    SelfReport report = request.toReport();
    taking.lock(patientId);
    RecordedTime.refuseFuture("/at", report.at(), clock.now(patientId));
    TakenRecord taken =
        taking.take(
            patientId, cause, Origin.SELF_REPORT, (course, state) -> course.read(state, report));
    readings.note(patientId, report.at(), report.pain(), Origin.SELF_REPORT);
    return FlareAnswer.of(taken);
  }
}
