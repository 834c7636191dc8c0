package health.backstep.stack.operation;

/**
 * Who does something, and why; the subject is what it is done to.
 *
 * @param note may be empty
 */
public record Entry(String actor, Act act, String note) {}
