package health.backstep.simulation;

import health.backstep.plan.history.Cause;
import health.backstep.plan.history.PlanEvent;
import health.backstep.plan.history.wire.PlanEventReader;
import health.backstep.plan.history.wire.PlanTime;
import health.backstep.wire.EventPayload;
import java.time.Instant;
import java.util.UUID;

/**
 * What one service tells the others.
 *
 * @param at the time of the record that it comes from: in a simulation everything is told at once
 */
record Told(UUID eventId, String type, Instant at, Object payload) {

  static Told from(Place place, String type, Instant at, Object payload) {
    return new Told(place.idOf(type), type, at, payload);
  }

  boolean isReadByPlans() {
    return PlanEventReader.profileTypes().contains(type)
        || PlanEventReader.sessionTypes().contains(type);
  }

  /**
   * As plan-service reads it: over the payload's JSON, so that nothing gets there by another way.
   */
  PlanEvent asPlanEvent() {
    return PlanEventReader.read(
        new Cause(eventId, type, PlanTime.asStored(at)), EventPayload.write(payload));
  }
}
