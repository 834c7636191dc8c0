package health.backstep.session.course.edge;

import health.backstep.backbone.event.EventEnvelope;
import health.backstep.backbone.inbox.EventHandler;
import health.backstep.session.pain.PainScale;
import health.backstep.session.reading.AssessmentTaken;
import health.backstep.wire.UnreadableEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;

/** Learns from profile-service who the patients are and what their usual pain is. */
@ApplicationScoped
public class ProfileEventsHandler implements EventHandler {

  private static final String RECORDED = "pt.profile.patient-recorded.v1";
  private static final String ASSESSED = "pt.profile.assessment-completed.v1";

  record PatientRecorded(UUID patientId, String timeZone) {}

  record AssessmentCompleted(UUID patientId, Instant assessedAt, Pain pain) {
    record Pain(int average7d) {
      Pain {
        average7d = PainScale.require(average7d, "average7d");
      }
    }
  }

  private final Courses courses;
  private final TakingRecords taking;

  ProfileEventsHandler(Courses courses, TakingRecords taking) {
    this.courses = courses;
    this.taking = taking;
  }

  @Override
  public String topic() {
    return "pt.profile.events.v1";
  }

  @Override
  public Set<String> types() {
    return Set.of(RECORDED, ASSESSED);
  }

  @Override
  public void handle(EventEnvelope event) {
    if (event.type().equals(RECORDED)) {
      recorded(event);
    } else {
      assessed(event);
    }
  }

  private void recorded(EventEnvelope event) {
    PatientRecorded recorded = event.payload(PatientRecorded.class);
    try {
      courses.begin(event.patientId(), ZoneId.of(recorded.timeZone()));
    } catch (DateTimeException e) {
      throw new UnreadableEvent("payload of " + event.type() + " does not fit at /timeZone", e);
    }
  }

  private void assessed(EventEnvelope event) {
    AssessmentCompleted assessed = event.payload(AssessmentCompleted.class);
    taking.take(
        event.patientId(),
        event.asCause(),
        new AssessmentTaken(assessed.assessedAt(), assessed.pain().average7d()));
  }
}
