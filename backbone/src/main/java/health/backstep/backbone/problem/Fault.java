package health.backstep.backbone.problem;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer JSON pointer (RFC 6901) to the field in the request's body
 * @param code stable, upper snake case
 * @param message what is wrong and what would be right
 */
public record Fault(String pointer, String code, String message) {}
