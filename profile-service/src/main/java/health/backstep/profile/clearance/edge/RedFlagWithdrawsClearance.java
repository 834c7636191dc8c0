package health.backstep.profile.clearance.edge;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import health.backstep.backbone.clock.PatientClock;
import health.backstep.backbone.event.EventEnvelope;
import health.backstep.backbone.inbox.EventHandler;
import health.backstep.profile.clearance.Clearance;
import health.backstep.profile.patient.edge.Patients;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/**
 * A red flag in a session, check-in or flare ends the clearance: whoever gave it did not know of
 * the flag.
 */
@ApplicationScoped
public class RedFlagWithdrawsClearance implements EventHandler {

  /** An urgency of a later version of the contract is read as the worse one. */
  enum Urgency {
    @JsonEnumDefaultValue
    EMERGENCY,
    URGENT
  }

  record RedFlagRaised(UUID patientId, Urgency urgency) {}

  private final Patients patients;
  private final Clearances clearances;
  private final PatientClock clock;

  RedFlagWithdrawsClearance(Patients patients, Clearances clearances, PatientClock clock) {
    this.patients = patients;
    this.clearances = clearances;
    this.clock = clock;
  }

  @Override
  public String topic() {
    return "pt.session.events.v1";
  }

  @Override
  public Set<String> types() {
    return Set.of("pt.session.red-flag-raised.v1");
  }

  @Override
  public void handle(EventEnvelope event) {
    RedFlagRaised raised = event.payload(RedFlagRaised.class);
    if (patients.lock(event.patientId()).isPresent()) {
      clearances.record(
          event.patientId(),
          Clearance.withdrawnBecause("RF-" + raised.urgency(), clock.now(event.patientId())),
          event.asCause());
    }
  }
}
