package health.backstep.backbone.inbox;

import health.backstep.backbone.event.EventEnvelope;
import health.backstep.backbone.tenancy.Tenant;

/** A record whose headers could be read, and the event that they describe. */
record ReadEvent(EventEnvelope event, IncomingRecord record) {

  Tenant tenant() {
    return new Tenant(event.tenant());
  }

  EventStream stream() {
    return EventStream.of(event);
  }
}
