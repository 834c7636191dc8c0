package health.backstep.backbone.export;

import java.util.List;

/** What every service's database holds about patients besides its own tables. */
final class SharedTables {

  static final List<HeldTable> TABLES =
      List.of(
          HeldTable.of("patient_clock", "testClock", "What time it is for a patient of a sandbox."),
          HeldTable.of(
              "event_sequence",
              "eventsTold",
              "The number of the last event that this service told about the patient."),
          HeldTable.of(
              "inbox_stream",
              "eventStreams",
              "How far the events of another service have been taken in."),
          HeldTable.of(
              "inbox_event",
              "eventsTaken",
              "An event of another service that was taken in, and what became of it."),
          HeldTable.of(
              "inbox_parked",
              "eventsWaiting",
              "An event that came early and waits for those before it."),
          HeldTable.of(
              "inbox_gap", "eventsMissing", "Numbers of events that are missing or set aside."),
          HeldTable.of(
              "dead_letter",
              "eventsSetAside",
              "An event about the patient that could not be taken in, and why. One whose partner could"
                  + " not be believed is not here: it belongs to nobody."));

  static final List<LeftOut> LEFT_OUT =
      List.of(
          new LeftOut("outbox", "Events to be told; each repeats what stands in the tables here."),
          new LeftOut(
              "idempotency",
              "Answers kept for 24 hours to be given again; each repeats what stands in the tables"
                  + " here, and one can name several patients."),
          new LeftOut(
              "audit_line",
              "Who called what about the patient, and how it ended; nothing that was sent or"
                  + " answered. GET /v1/audit of each service gives it to who may see what others"
                  + " did."),
          new LeftOut("audit_unlinked", "Lines of the audit log of the last second."),
          new LeftOut("patient_home", "Only which partner the patient belongs to."),
          new LeftOut("erased_patient", "Has a row only once a patient is erased."));

  private SharedTables() {}
}
