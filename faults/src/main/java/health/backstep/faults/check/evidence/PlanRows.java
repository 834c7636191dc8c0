package health.backstep.faults.check.evidence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Histories and plan versions, and what folding the histories again came to.
 *
 * @param partings what of the stored plans differs from the fold of their events, in words
 */
public record PlanRows(List<HistoryRow> history, List<VersionRow> versions, List<String> partings) {

  public static final PlanRows NONE = new PlanRows(List.of(), List.of(), List.of());

  public PlanRows {
    history = List.copyOf(history);
    versions = List.copyOf(versions);
    partings = List.copyOf(partings);
  }

  /**
   * An event that was folded.
   *
   * @param ordinal its place in the patient's history, from 1
   * @param at when it happened; of a clearance that ran out, its end
   * @param folds whether folding the history again makes a version of it
   */
  public record HistoryRow(
      String tenant,
      UUID patientId,
      int ordinal,
      UUID eventId,
      String type,
      Instant at,
      boolean folds) {}

  /** A stored plan version. */
  public record VersionRow(
      String tenant, UUID patientId, int version, String kind, String digest, UUID causeEventId) {}
}
