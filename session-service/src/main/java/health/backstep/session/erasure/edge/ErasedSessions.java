package health.backstep.session.erasure.edge;

import health.backstep.backbone.erasure.ErasedHere;
import health.backstep.backbone.erasure.ErasureSteps;
import health.backstep.backbone.outbox.Outbox;
import health.backstep.session.SessionTopic;
import health.backstep.session.workout.edge.Grounds;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Tells that nothing of an erased patient is left here. */
@ApplicationScoped
class ErasedSessions implements ErasureSteps {

  static final String TYPE = "pt.session.patient-erased.v1";

  private final Outbox outbox;
  private final Grounds grounds;

  ErasedSessions(Outbox outbox, Grounds grounds) {
    this.outbox = outbox;
    this.grounds = grounds;
  }

  @Override
  public void erased(ErasedHere erased) {
    outbox.publish(SessionTopic.EVENTS, TYPE, erased.patientId(), erased.cause(), erased.part());
  }

  @Override
  public void forget(UUID patientId) {
    grounds.forget(patientId);
  }
}
