package health.backstep.profile.erasure.edge;

import health.backstep.backbone.erasure.PartErased;
import health.backstep.backbone.event.EventEnvelope;
import health.backstep.backbone.inbox.LastWordHandler;
import java.util.Set;

/** Hears from another service that nothing of an erased patient is left there. */
abstract class ConfirmedErasureHandler implements LastWordHandler {

  private final ErasedParts parts;
  private final String topic;
  private final String type;
  private final String service;

  ConfirmedErasureHandler(ErasedParts parts, String topic, String type, String service) {
    this.parts = parts;
    this.topic = topic;
    this.type = type;
    this.service = service;
  }

  @Override
  public String topic() {
    return topic;
  }

  @Override
  public Set<String> types() {
    return Set.of(type);
  }

  @Override
  public void handle(EventEnvelope event) {
    parts.note(event.patientId(), service, event.payload(PartErased.class));
  }
}
