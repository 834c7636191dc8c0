package health.backstep.plan.course.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.backstep.backbone.clock.PatientClock;
import health.backstep.backbone.event.Cause;
import health.backstep.backbone.outbox.Outbox;
import health.backstep.plan.PlanTopic;
import health.backstep.plan.change.ChangeType;
import health.backstep.plan.change.edge.NewChange;
import health.backstep.plan.change.edge.RecordingChanges;
import health.backstep.plan.course.PlanVersion;
import health.backstep.plan.decision.Decision;
import health.backstep.plan.decision.Effect;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Stores a plan version as callers will see it, and tells the other services. */
@ApplicationScoped
class PublishingPlans {

  private final PlanVersionRows rows;
  private final PlanViews views;
  private final Outbox outbox;
  private final RecordingChanges changes;
  private final ObjectMapper json;
  private final PlanMeters meters;
  private final PatientClock clock;

  PublishingPlans(
      PlanVersionRows rows,
      PlanViews views,
      Outbox outbox,
      RecordingChanges changes,
      ObjectMapper json,
      PlanMeters meters,
      PatientClock clock) {
    this.rows = rows;
    this.views = views;
    this.outbox = outbox;
    this.changes = changes;
    this.json = json;
    this.meters = meters;
    this.clock = clock;
  }

  void publish(UUID patientId, PlanVersion plan, Cause chain) {
    rows.persist(row(patientId, plan));
    outbox.publish(
        PlanTopic.EVENTS,
        PlanSnapshot.type(plan.kind()),
        patientId,
        chain,
        PlanSnapshot.event(patientId, plan));
    changes.record(change(patientId, plan));
    if (plan.reviewAsked()) {
      outbox.publish(
          PlanTopic.EVENTS,
          ReviewRequested.TYPE,
          patientId,
          chain,
          new ReviewRequested(patientId, plan.number(), ruleThatAsks(plan)));
    }
    outbox.publishState(
        PlanTopic.STATE,
        PlanSnapshot.STATE_TYPE,
        patientId,
        chain,
        PlanSnapshot.state(patientId, plan));
    meters.made(plan);
  }

  private static NewChange change(UUID patientId, PlanVersion plan) {
    return new NewChange(
        ChangeType.PLAN_CHANGED,
        patientId,
        plan.number(),
        null,
        plan.cause().eventId(),
        plan.cause().occurredAt());
  }

  private static String ruleThatAsks(PlanVersion plan) {
    return plan.decisions().stream()
        .filter(
            decision ->
                decision.effect() == Effect.REVIEW_ASKED
                    || decision.effect() == Effect.PLAN_HELD_FOR_REVIEW)
        .map(Decision::rule)
        .findFirst()
        .orElse("PL-POLICY");
  }

  private PlanVersionRow row(UUID patientId, PlanVersion plan) {
    PlanVersionRow row = new PlanVersionRow();
    row.patientId = patientId;
    row.version = plan.number();
    row.kind = plan.kind();
    row.status = plan.status();
    row.digest = plan.digest();
    row.causeEventId = plan.cause().eventId();
    row.createdAt = clock.now(patientId);
    row.document = document(patientId, plan);
    return row;
  }

  private String document(UUID patientId, PlanVersion plan) {
    try {
      return json.writeValueAsString(views.view(patientId, plan));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a plan could not be written as JSON", e);
    }
  }
}
