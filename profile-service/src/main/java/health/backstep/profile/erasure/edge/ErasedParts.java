package health.backstep.profile.erasure.edge;

import health.backstep.backbone.erasure.ErasedHere;
import health.backstep.backbone.erasure.ErasureSteps;
import health.backstep.backbone.erasure.PartErased;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * Notes what each service says that it has done. With the last one the erasure is completed and its
 * receipt signed.
 */
@ApplicationScoped
class ErasedParts implements ErasureSteps {

  static final String OWN = "profile-service";
  static final String PLAN = "plan-service";
  static final String SESSION = "session-service";
  static final List<String> SERVICES = List.of(OWN, PLAN, SESSION);

  private final Erasures erasures;
  private final ErasureParts parts;
  private final Receipts receipts;
  private final Clock clock;

  ErasedParts(Erasures erasures, ErasureParts parts, Receipts receipts, Clock clock) {
    this.erasures = erasures;
    this.parts = parts;
    this.receipts = receipts;
    this.clock = clock;
  }

  @Override
  public void erased(ErasedHere erased) {
    note(erased.patientId(), OWN, erased.part());
  }

  /** Notes a part once; a word about an erasure that is not this patient's has no effect. */
  void note(UUID patientId, String service, PartErased told) {
    erasures
        .lock(told.erasureId())
        .filter(row -> row.patientId.equals(patientId) && row.completedAt == null)
        .ifPresent(row -> note(row, service, told));
  }

  private void note(ErasureRow row, String service, PartErased told) {
    ErasurePartRow part = parts.findById(new ErasurePartRow.Key(row.id, service));
    if (part.erasedAt == null) {
      part.erasedAt = told.erasedAt();
      part.removedRows = told.removedRows();
    }
    List<ErasurePartRow> all = parts.of(row.id);
    if (all.stream().allMatch(each -> each.erasedAt != null)) {
      row.completedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
      row.receipt = receipts.sign(row, all);
    }
  }
}
