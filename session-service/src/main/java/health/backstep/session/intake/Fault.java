package health.backstep.session.intake;

import java.util.Objects;

/**
 * Why a record cannot be taken in.
 *
 * @param pointer JSON pointer into the request, for example {@code /exercises/0/exerciseId}
 * @param code stable, UPPER_SNAKE
 * @param message what is wrong and what to do, without the patient's values
 */
public record Fault(String pointer, String code, String message) {

  public Fault {
    Objects.requireNonNull(pointer, "pointer");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(message, "message");
  }
}
