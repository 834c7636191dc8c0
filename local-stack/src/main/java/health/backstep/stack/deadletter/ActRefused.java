package health.backstep.stack.deadletter;

/** A dead letter was left as it is; the message says why, for the person who acts. */
public final class ActRefused extends RuntimeException {

  ActRefused(String message) {
    super(message);
  }
}
