package health.backstep.plan.due.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.backstep.plan.due.DueItem;
import health.backstep.plan.due.DueKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is due for a patient and not done, by the time at which it is due. */
public record DueView(List<ItemView> items) {

  /**
   * One thing to do.
   *
   * @param dueId the same until it is done
   * @param dueAt may be ahead
   * @param until when it vanishes unanswered; missing when it stays
   * @param overdue {@code dueAt} has passed
   * @param sessionId the session that a check-in follows
   * @param planVersion the version that asks for it
   * @param text for the patient
   * @param rule that asks for it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "DueItemView")
  public record ItemView(
      UUID dueId,
      DueKind kind,
      Instant dueAt,
      @Nullable Instant until,
      boolean overdue,
      @Nullable UUID sessionId,
      @Nullable Integer planVersion,
      String text,
      String rule,
      Links links) {}

  /**
   * Where to go on.
   *
   * @param answer where to post what answers it; check-ins to session-service, assessments to
   *     profile-service, reviews here
   * @param rule why it is asked
   */
  @Schema(name = "DueLinks")
  public record Links(String answer, String rule) {}

  static DueView of(UUID patientId, List<StoredDueItem> open, Instant now) {
    return new DueView(open.stream().map(due -> item(patientId, due, now)).toList());
  }

  private static ItemView item(UUID patientId, StoredDueItem due, Instant now) {
    DueItem item = due.item();
    return new ItemView(
        due.id(),
        item.kind(),
        item.dueAt(),
        item.until().orElse(null),
        !now.isBefore(item.dueAt()),
        isAfterSession(item) ? item.subject() : null,
        item.planVersion().orElse(null),
        item.kind().text(),
        item.rule(),
        new Links("/v1/patients/" + patientId + answer(item), "/v1/rules/" + item.rule()));
  }

  private static boolean isAfterSession(DueItem item) {
    return item.kind() == DueKind.CHECK_IN_NEXT_MORNING || item.kind() == DueKind.CHECK_IN_72_HOURS;
  }

  private static String answer(DueItem item) {
    return switch (item.kind()) {
      case CHECK_IN_NEXT_MORNING, CHECK_IN_72_HOURS -> "/sessions/" + item.subject() + "/check-ins";
      case CHECK_IN_AFTER_FLARE -> "/check-ins";
      case REASSESSMENT -> "/assessments";
      case REVIEW -> "/plan/reviews";
    };
  }
}
