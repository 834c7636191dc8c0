package health.backstep.faults.check.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import health.backstep.faults.check.evidence.AnswerRow;
import health.backstep.faults.check.evidence.Evidence;
import health.backstep.faults.load.Attempt;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whose patients the clients made. One whose registration was never answered is known by the answer
 * that is stored for the key.
 */
final class Patients {

  private final Map<String, String> tenants = new HashMap<>();

  private Patients() {}

  static Patients of(Evidence evidence) {
    Patients patients = new Patients();
    evidence.journal().stream()
        .filter(attempt -> attempt.patientId() != null)
        .forEach(
            attempt ->
                patients.tenants.putIfAbsent(
                    Objects.requireNonNull(attempt.patientId()).toString(), attempt.tenant()));
    Map<String, String> tenantOfKey =
        evidence.writes().stream()
            .collect(Collectors.toMap(Attempt::key, Attempt::tenant, (one, _) -> one));
    for (AnswerRow answer : evidence.snapshot().profile().answers()) {
      JsonNode body = answer.body();
      if (body.has("birthYear") && tenantOfKey.containsKey(answer.key())) {
        patients.tenants.putIfAbsent(
            body.path("patientId").asText(), tenantOfKey.get(answer.key()));
      }
    }
    return patients;
  }

  /** Empty for a patient that nobody made. */
  Optional<String> tenant(String patientId) {
    return Optional.ofNullable(tenants.get(patientId));
  }

  Set<String> ids() {
    return Set.copyOf(tenants.keySet());
  }
}
