package health.backstep.security.fuzz.events;

import java.time.Instant;
import java.util.UUID;

/** A patient whom no service has made. */
record Stranger(UUID patient, String tenant, Instant time) {}
