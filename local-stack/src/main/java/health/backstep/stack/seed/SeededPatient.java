package health.backstep.stack.seed;

import java.util.UUID;

/**
 * A patient who was made.
 *
 * @param life the one that was copied; all copies of it have the same plan
 */
public record SeededPatient(UUID id, int life) {}
