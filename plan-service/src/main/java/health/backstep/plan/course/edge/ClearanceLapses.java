package health.backstep.plan.course.edge;

import health.backstep.backbone.clock.PatientClock;
import health.backstep.backbone.event.Cause;
import health.backstep.backbone.event.Uuid7;
import health.backstep.backbone.tenancy.ErasedPatients;
import health.backstep.plan.history.wire.PlanEventReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * Closes a plan whose clearance has run out: no other service tells the moment, and without valid
 * clearance no plan is active (CL-1).
 */
@ApplicationScoped
class ClearanceLapses {

  private static final byte[] NOTHING_TO_TELL = "{}".getBytes(StandardCharsets.UTF_8);

  private final Courses courses;
  private final FoldingPlans folding;
  private final PatientClock clock;
  private final ErasedPatients erased;

  ClearanceLapses(
      Courses courses, FoldingPlans folding, PatientClock clock, ErasedPatients erased) {
    this.courses = courses;
    this.folding = folding;
    this.clock = clock;
    this.erased = erased;
  }

  /** Before the plan is shown. Without a lapse nothing is locked or written. */
  void notice(UUID patientId, Cause chain) {
    if (hasLapsed(courses.findById(patientId))
        && !erased.include(patientId)
        && hasLapsed(courses.lockRefreshed(patientId))) {
      Instant end = courses.findById(patientId).clearanceEnds;
      folding.fold(
          patientId,
          new health.backstep.plan.history.Cause(Uuid7.next(), PlanEventReader.LAPSED, end),
          NOTHING_TO_TELL,
          chain);
    }
  }

  private boolean hasLapsed(CourseRow row) {
    return row.clearanceEnds != null && !clock.now(row.patientId).isBefore(row.clearanceEnds);
  }
}
