package health.backstep.profile.erasure.edge;

import jakarta.inject.Singleton;

/** Hears it from session-service. */
@Singleton
class SessionErasedHandler extends ConfirmedErasureHandler {

  SessionErasedHandler(ErasedParts parts) {
    super(parts, "pt.session.events.v1", "pt.session.patient-erased.v1", ErasedParts.SESSION);
  }
}
