package health.backstep.wire;

import java.util.Objects;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer JSON pointer (RFC 6901) into the request, for example {@code
 *     /exercises/0/exerciseId}
 * @param code stable, UPPER_SNAKE
 * @param message what is wrong and what would be right, without the patient's values
 */
public record Fault(String pointer, String code, String message) {

  public Fault {
    Objects.requireNonNull(pointer, "pointer");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(message, "message");
  }

  /** The same fault of a request that is a part of a larger one, found there at this pointer. */
  public Fault within(String parent) {
    return new Fault(parent + pointer, code, message);
  }
}
