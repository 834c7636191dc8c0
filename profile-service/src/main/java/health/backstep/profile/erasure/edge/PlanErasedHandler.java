package health.backstep.profile.erasure.edge;

import jakarta.inject.Singleton;

/** Hears it from plan-service. */
@Singleton
class PlanErasedHandler extends ConfirmedErasureHandler {

  PlanErasedHandler(ErasedParts parts) {
    super(parts, "pt.plan.events.v1", "pt.plan.patient-erased.v1", ErasedParts.PLAN);
  }
}
