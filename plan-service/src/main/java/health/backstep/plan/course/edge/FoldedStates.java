package health.backstep.plan.course.edge;

import health.backstep.plan.course.PlanState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Remembers folded states, so that a patient's history is not read again for every event. A state
 * counts only while its last event is the one that the database names, so that a rolled-back or
 * foreign fold is never built upon.
 */
@ApplicationScoped
class FoldedStates {

  private static final int MOST = 10_000;

  private record Folded(UUID lastEventId, PlanState state) {}

  private final Map<UUID, Folded> byPatient =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, Folded> eldest) {
              return size() > MOST;
            }
          });

  Optional<PlanState> find(UUID patientId, UUID lastEventId) {
    return Optional.ofNullable(byPatient.get(patientId))
        .filter(folded -> folded.lastEventId().equals(lastEventId))
        .map(Folded::state);
  }

  void remember(UUID patientId, UUID lastEventId, PlanState state) {
    byPatient.put(patientId, new Folded(lastEventId, state));
  }
}
