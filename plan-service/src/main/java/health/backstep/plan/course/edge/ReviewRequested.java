package health.backstep.plan.course.edge;

import java.util.UUID;

/**
 * Payload of {@code pt.plan.review-requested.v1}: a clinician is asked to look, and which rule
 * asks.
 */
record ReviewRequested(UUID patientId, int planVersion, String rule) {

  static final String TYPE = "pt.plan.review-requested.v1";
}
