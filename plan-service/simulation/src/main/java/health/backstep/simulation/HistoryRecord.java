package health.backstep.simulation;

import health.backstep.profile.assessment.Assessment;
import health.backstep.profile.clearance.Clearance;
import health.backstep.session.checkin.CheckIn;
import health.backstep.session.flare.SelfReport;
import health.backstep.session.workout.WorkoutSession;
import java.time.Instant;

/** Something that was recorded about the patient. */
public sealed interface HistoryRecord {

  Place place();

  /** When it was: the order of a history. */
  Instant at();

  record Assessed(Place place, Assessment assessment) implements HistoryRecord {
    @Override
    public Instant at() {
      return assessment.assessedAt();
    }
  }

  record Cleared(Place place, Clearance clearance) implements HistoryRecord {
    @Override
    public Instant at() {
      return clearance.recordedAt();
    }
  }

  record Worked(Place place, WorkoutSession session) implements HistoryRecord {
    @Override
    public Instant at() {
      return session.endedAt();
    }
  }

  record CheckedIn(Place place, CheckIn checkIn) implements HistoryRecord {
    @Override
    public Instant at() {
      return checkIn.at();
    }
  }

  record Flared(Place place, SelfReport report) implements HistoryRecord {
    @Override
    public Instant at() {
      return report.at();
    }
  }
}
