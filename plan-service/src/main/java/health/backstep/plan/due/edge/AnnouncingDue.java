package health.backstep.plan.due.edge;

import static java.util.stream.Collectors.toMap;

import health.backstep.backbone.clock.PatientClock;
import health.backstep.plan.change.ChangeType;
import health.backstep.plan.change.edge.NewChange;
import health.backstep.plan.change.edge.RecordingChanges;
import health.backstep.plan.due.DueItem;
import health.backstep.plan.due.DueKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Makes a change of every item that has fallen due, once. */
@ApplicationScoped
public class AnnouncingDue {

  private final DueItems items;
  private final RecordingChanges changes;
  private final PatientClock time;
  private final DueMeters meters;

  AnnouncingDue(DueItems items, RecordingChanges changes, PatientClock time, DueMeters meters) {
    this.items = items;
    this.changes = changes;
    this.time = time;
    this.meters = meters;
  }

  /**
   * Announces what is due for a patient by the patient's time, in the running tenant's transaction.
   * To be called when that time may have passed the time of an item.
   */
  public void announce(UUID patientId) {
    announce(List.of(patientId));
  }

  /** The same for several patients, none of whom is named twice. */
  void announce(Collection<UUID> patients) {
    Map<UUID, Instant> now = patients.stream().collect(toMap(Function.identity(), time::now));
    items
        .announce(now)
        .forEach(
            due -> {
              changes.record(change(due));
              meters.fellDue(due.item().kind());
            });
  }

  private static NewChange change(StoredDueItem due) {
    DueItem item = due.item();
    UUID event = item.kind() == DueKind.REVIEW ? item.subject() : null;
    return new NewChange(
        type(item.kind()),
        due.patientId(),
        item.planVersion().orElse(null),
        due.id(),
        event,
        item.dueAt());
  }

  private static ChangeType type(DueKind kind) {
    return switch (kind) {
      case CHECK_IN_NEXT_MORNING, CHECK_IN_72_HOURS, CHECK_IN_AFTER_FLARE ->
          ChangeType.CHECK_IN_DUE;
      case REASSESSMENT -> ChangeType.REASSESSMENT_DUE;
      case REVIEW -> ChangeType.REVIEW_ASKED;
    };
  }
}
