package health.backstep.profile.sandbox.edge;

import health.backstep.backbone.clock.PatientClock;
import health.backstep.backbone.clock.TestClock;
import health.backstep.backbone.clock.TestClocks;
import health.backstep.backbone.event.Cause;
import health.backstep.backbone.outbox.Outbox;
import health.backstep.backbone.sandbox.TestClockSet;
import health.backstep.profile.ProfileTopic;
import health.backstep.profile.patient.edge.Patients;
import health.backstep.wire.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Puts a patient's test clock forward, and tells the other services. */
@ApplicationScoped
class SettingTestClock {

  /** Further ahead no rule looks, and times beyond could not be kept. */
  private static final Duration FURTHEST = Duration.ofDays(3660);

  private final Patients patients;
  private final PatientClock patientClock;
  private final TestClocks clocks;
  private final Outbox outbox;
  private final Clock clock;

  SettingTestClock(
      Patients patients, PatientClock patientClock, TestClocks clocks, Outbox outbox, Clock clock) {
    this.patients = patients;
    this.patientClock = patientClock;
    this.clocks = clocks;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** The event still has the time from before: it is the last thing that happens then. */
  TestClock set(UUID patientId, Instant asked, Cause cause) {
    patients.get(patientId);
    Instant now = asked.truncatedTo(ChronoUnit.MICROS);
    refuseImpossible(patientId, now);
    UUID event =
        outbox.publish(
            ProfileTopic.EVENTS,
            TestClockSet.TYPE,
            patientId,
            cause,
            new TestClockSet(patientId, now));
    TestClock set = new TestClock(patientId, now, event);
    if (!clocks.putForward(set)) {
      throw backwards();
    }
    return set;
  }

  private void refuseImpossible(UUID patientId, Instant asked) {
    if (asked.isBefore(patientClock.now(patientId))) {
      throw backwards();
    }
    if (asked.isAfter(clock.instant().plus(FURTHEST))) {
      throw Refused.because(
          "/now", "CLOCK_TOO_FAR", "A test clock goes up to ten years ahead of today.");
    }
  }

  private static Refused backwards() {
    return Refused.because(
        "/now",
        "CLOCK_BACKWARDS",
        "A test clock only goes forward: from the present at first, then from where it stands.");
  }
}
