package health.backstep.plan.export.edge;

import health.backstep.backbone.export.HeldData;
import health.backstep.backbone.export.HeldTable;
import health.backstep.backbone.export.LeftOut;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What plan-service holds of patients. */
@ApplicationScoped
class HeldPlans implements HeldData {

  private static final List<HeldTable> TABLES =
      List.of(
          HeldTable.of(
              "plan_version",
              "planVersions",
              "A version of the plan as it was shown, with the decisions and reasons behind it.",
              "document"),
          HeldTable.of(
              "history_event",
              "history",
              "An event that the plan was made from, clinicians' reviews included, in the order in which it counted.",
              "payload"),
          HeldTable.of(
              "patient_course",
              "course",
              "How far the history has been made into plan versions, and when the clearance ends."),
          HeldTable.of("due_item", "due", "Something that is due or will be, such as a check-in."),
          HeldTable.of(
              "due_course", "dueCourse", "What is remembered to say what is due.", "course"),
          HeldTable.of("change", "changes", "A change that was told in the feed of changes."),
          HeldTable.of(
              "webhook_delivery",
              "webhookDeliveries",
              "A message about the patient to a webhook, and how its delivery ended.",
              "body"));

  private static final List<LeftOut> LEFT_OUT =
      List.of(
          new LeftOut(
              "webhook_attempt",
              "When each delivery was tried and how long that took; the delivery itself says how it ended."));

  @Override
  public List<HeldTable> tables() {
    return TABLES;
  }

  @Override
  public List<LeftOut> leftOut() {
    return LEFT_OUT;
  }
}
