package health.backstep.backbone.erasure;

import health.backstep.backbone.event.EventEnvelope;
import health.backstep.backbone.inbox.LastWordHandler;
import java.util.Set;

/** Erases the patients whom profile-service has erased. The services that follow it make one. */
public class PatientErasedHandler implements LastWordHandler {

  private final ErasingPatient erasing;

  public PatientErasedHandler(ErasingPatient erasing) {
    this.erasing = erasing;
  }

  @Override
  public String topic() {
    return "pt.profile.events.v1";
  }

  @Override
  public Set<String> types() {
    return Set.of(PatientErased.TYPE);
  }

  @Override
  public void handle(EventEnvelope event) {
    PatientErased told = event.payload(PatientErased.class);
    erasing.lock(event.patientId());
    erasing.erase(event.patientId(), told.erasureId(), event.asCause());
  }
}
