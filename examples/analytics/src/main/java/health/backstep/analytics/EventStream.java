package health.backstep.analytics;

import java.util.UUID;

/**
 * The events that one service decided about one patient. They are numbered from 1 without a gap.
 *
 * @param source the service, for example {@code /plan-service}
 * @param patient the patient's pseudonym
 */
record EventStream(String source, UUID patient) {}
