package health.backstep.stack.deadletter;

import health.backstep.stack.deadletter.DeadLetter.State;
import java.util.Optional;

/** Which dead letters are meant; what is empty does not narrow. */
public record Selection(Optional<State> state, Optional<String> cause) {

  public static Selection open() {
    return new Selection(Optional.of(State.OPEN), Optional.empty());
  }

  public Selection withCause(Optional<String> only) {
    return new Selection(state, only);
  }
}
