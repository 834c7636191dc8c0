package health.backstep.session.erasure.edge;

import health.backstep.backbone.erasure.ErasedHere;
import health.backstep.backbone.erasure.ErasureSteps;
import health.backstep.backbone.outbox.Outbox;
import health.backstep.session.SessionTopic;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells that nothing of an erased patient is left here. */
@ApplicationScoped
class ErasedSessions implements ErasureSteps {

  static final String TYPE = "pt.session.patient-erased.v1";

  private final Outbox outbox;

  ErasedSessions(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public void erased(ErasedHere erased) {
    outbox.publish(SessionTopic.EVENTS, TYPE, erased.patientId(), erased.cause(), erased.part());
  }
}
