package health.backstep.faults.check.invariant;

import health.backstep.faults.check.evidence.Evidence;
import health.backstep.faults.check.evidence.InboxRow;
import health.backstep.faults.check.evidence.ServiceRows;
import health.backstep.faults.check.evidence.TenantRow;
import health.backstep.faults.check.evidence.WireRecord;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * I9. Forged records name patients under the wrong tenant, or patients that nobody made: they leave
 * dead letters, and that the stream was there, and nothing else.
 */
final class TenantsApart implements Invariant {

  private static final String DEAD_LETTERS = "dead_letter";
  private static final String HOME = "patient_home";
  private static final Set<String> NOTES = Set.of("inbox_event", "inbox_stream", "inbox_gap");

  @Override
  public String name() {
    return "I9";
  }

  @Override
  public String sentence() {
    return "nothing of a foreign tenant anywhere";
  }

  @Override
  public Finding decide(Evidence evidence) {
    Tally tally = new Tally(this);
    Patients patients = Patients.of(evidence);
    evidence.snapshot().services().forEach(service -> checkRows(tally, service, patients));
    for (WireRecord told : evidence.snapshot().wire()) {
      if (!told.isInjected() && !told.isDeadLetter()) {
        Optional<String> tenant = patients.tenant(told.key());
        tally.check(
            tenant.equals(Optional.of(told.tenant())),
            () ->
                "%s-%d offset %d tells patient %s of %s under %s"
                    .formatted(
                        told.topic(),
                        told.partition(),
                        told.offset(),
                        told.key(),
                        tenant.orElse("nobody"),
                        told.tenant()));
      }
    }
    return tally.finding("nothing was stored");
  }

  private static void checkRows(Tally tally, ServiceRows service, Patients patients) {
    Set<String> takenIn =
        service.inbox().stream()
            .filter(row -> row.outcome().equals("APPLIED"))
            .map(TenantsApart::stream)
            .collect(Collectors.toSet());
    for (TenantRow row : service.tenants()) {
      if (!row.table().equals(DEAD_LETTERS)) {
        boolean own = patients.tenant(row.patientId()).equals(Optional.of(row.tenant()));
        boolean noted =
            isNote(row, patients) && !takenIn.contains(row.tenant() + "/" + row.patientId());
        tally.check(
            own || noted,
            () ->
                "%s, table %s: patient %s of %s under %s"
                    .formatted(
                        service.service().processName(),
                        row.table(),
                        row.patientId(),
                        patients.tenant(row.patientId()).orElse("nobody"),
                        row.tenant()));
      }
    }
  }

  /** The home of a patient whom nobody made is whatever the forged record says. */
  private static boolean isNote(TenantRow row, Patients patients) {
    return NOTES.contains(row.table())
        || (row.table().equals(HOME) && patients.tenant(row.patientId()).isEmpty());
  }

  private static String stream(InboxRow row) {
    return row.tenant() + "/" + row.patientId();
  }
}
