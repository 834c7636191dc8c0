package health.backstep.backbone.inbox;

/** A record that is to be put aside; the message is the dead letter's reason. */
final class Refused extends RuntimeException {

  private final DeadLetterCause cause;

  Refused(DeadLetterCause cause, String reason) {
    super(reason);
    this.cause = cause;
  }

  DeadLetterCause why() {
    return cause;
  }
}
