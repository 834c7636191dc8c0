package health.backstep.plan.history.edge;

import health.backstep.plan.history.FoldedEvent;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;

/** The folded events of the running tenant's patients. */
@ApplicationScoped
public class Histories implements PanacheRepositoryBase<HistoryRow, HistoryRow.Key> {

  /**
   * All of a patient's events, in the order of folding, each with the rule set it is folded under.
   */
  public List<FoldedEvent> of(UUID patientId) {
    return find("patientId = ?1 order by ordinal", patientId).stream()
        .map(HistoryRow::toEvent)
        .toList();
  }

  /** Whether anything was folded for the patient. */
  public boolean isKnown(UUID patientId) {
    return find("patientId", patientId).firstResultOptional().isPresent();
  }

  /** Goes through a patient's events in the order of folding, each with its payload. */
  public void each(UUID patientId, BiConsumer<FoldedEvent, byte[]> reader) {
    find("patientId = ?1 order by ordinal", patientId).stream()
        .forEach(row -> reader.accept(row.toEvent(), row.payload.getBytes(StandardCharsets.UTF_8)));
  }
}
