package health.backstep.simulation;

import health.backstep.plan.course.PlanVersion;
import health.backstep.plan.fold.PlanFold;
import health.backstep.rules.RuleSet;
import health.backstep.session.reading.Reading;
import health.backstep.session.workout.Completion;
import health.backstep.session.workout.PrescribedPlan;
import health.backstep.session.workout.SessionCheck;
import health.backstep.wire.Fault;
import health.backstep.wire.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One run through a history, from the registration to the last record. */
final class Life {

  private final PatientHistory history;
  private final RuleSet rules;
  private final Instant now;
  private final ProfileSide profile;
  private final SessionSide sessions;
  private final PlanSide plan;

  Life(PatientHistory history, PlanFold fold, RuleSet rules, Instant now) {
    this.history = history;
    this.rules = rules;
    this.now = now;
    this.profile = new ProfileSide(history.patient(), rules);
    this.sessions =
        new SessionSide(history.patient().id().value(), history.patient().timeZone(), rules);
    this.plan = new PlanSide(fold);
  }

  Simulated live() {
    plan.take(profile.register(history.clearance().recordedAt()));
    plan.take(profile.record(Place.CLEARANCE, history.clearance()));
    List<ReadRecord> read = history.records().stream().map(this::live).toList();
    return new Simulated(rules.version(), plan.versions(), read);
  }

  private ReadRecord live(HistoryRecord record) {
    int before = plan.versions().size();
    plan.show(record);
    Found found =
        switch (record) {
          case HistoryRecord.Assessed assessed -> assess(assessed);
          case HistoryRecord.Cleared cleared -> clear(cleared);
          case HistoryRecord.Worked worked -> work(worked);
          case HistoryRecord.CheckedIn checkedIn -> checkIn(checkedIn);
          case HistoryRecord.Flared flared -> flare(flared);
        };
    List<PlanVersion> versions = plan.versions();
    return new ReadRecord(
        record,
        found,
        versions.subList(before, versions.size()).stream().map(PlanVersion::number).toList());
  }

  private Found assess(HistoryRecord.Assessed record) {
    Found.Screened screened = profile.screen(record.assessment());
    profile.complete(record, screened).forEach(plan::take);
    sessions.telling(record, sessions.read(record)).forEach(plan::take);
    return screened;
  }

  private Found clear(HistoryRecord.Cleared record) {
    plan.take(profile.record(record.place(), record.clearance()));
    return Found.ClearanceGiven.of(record.clearance());
  }

  private Found work(HistoryRecord.Worked record) {
    Optional<PrescribedPlan> prescribed = plan.prescribed(record.session().planVersion());
    refuse(record, SessionCheck.faults(record.session(), prescribed, now));
    PrescribedPlan asked = prescribed.orElseThrow();
    int donePercent = Completion.of(record.session(), asked).percent();
    Reading reading = sessions.read(record, asked);
    return told(
        record, reading, Optional.of(donePercent), sessions.telling(record, reading, donePercent));
  }

  private Found checkIn(HistoryRecord.CheckedIn record) {
    Reading reading = sessions.read(record);
    return told(record, reading, Optional.empty(), sessions.telling(record, reading));
  }

  private Found flare(HistoryRecord.Flared record) {
    Reading reading = sessions.read(record);
    return told(record, reading, Optional.empty(), sessions.telling(record, reading));
  }

  /** The plan hears of a red flag first, and of the clearance that it ended afterwards. */
  private Found told(
      HistoryRecord record, Reading reading, Optional<Integer> donePercent, List<Told> told) {
    List<Told> all = new ArrayList<>(told);
    reading
        .redFlag()
        .map(raised -> profile.withdraw(record.place(), raised, record.at()))
        .ifPresent(all::add);
    all.forEach(plan::take);
    return new Found.Read(reading, donePercent);
  }

  private static void refuse(HistoryRecord record, List<Fault> faults) {
    Refused.ifAny(faults.stream().map(fault -> fault.within(record.place().pointer())).toList());
  }
}
