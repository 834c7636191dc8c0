package health.backstep.stack.deadletter;

/**
 * A dead letter was not touched, since somebody has dealt with it already; the message says who.
 */
public final class NotOpen extends RuntimeException {

  NotOpen(String message) {
    super(message);
  }
}
