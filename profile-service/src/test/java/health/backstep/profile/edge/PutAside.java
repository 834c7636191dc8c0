package health.backstep.profile.edge;

import health.backstep.backbone.testing.Stored;
import java.util.List;
import java.util.UUID;

/** The dead letters of a patient's records, as the service's database holds them. */
record PutAside(UUID patientId) {

  List<String> causes() {
    return column("cause");
  }

  List<String> tenants() {
    return column("tenant");
  }

  List<String> ids() {
    return column("id");
  }

  List<String> reasons() {
    return column("reason");
  }

  /** Makes every change of the patient's clearance fail while the work runs. */
  void whileItsHandlingFails(Runnable work) {
    String name = "refuse_" + patientId.toString().replace('-', '_');
    Stored.alter(
        "create function %s() returns trigger language plpgsql as $$ begin raise exception 'secret of the patient'; end $$"
            .formatted(name));
    Stored.alter(
        "create trigger %s before update on clearance for each row when (new.patient_id = '%s') execute function %s()"
            .formatted(name, patientId, name));
    try {
      work.run();
    } finally {
      Stored.alter("drop function %s cascade".formatted(name));
    }
  }

  private List<String> column(String name) {
    return Stored.column(
        "select " + name + " from dead_letter where record_key = ? order by arrived_at",
        patientId.toString());
  }
}
