package health.backstep.wire;

/**
 * A record that can never be taken in, however often it is tried. The message is the dead letter's
 * reason.
 */
public class UnreadableEvent extends RuntimeException {

  public UnreadableEvent(String reason) {
    super(reason);
  }

  public UnreadableEvent(String reason, Throwable cause) {
    super(reason, cause);
  }
}
