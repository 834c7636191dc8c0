package health.backstep.backbone.outbox;

/** Kafka did not take what was sent; all of it is sent again later. */
final class KafkaAway extends Exception {

  KafkaAway(Throwable cause) {
    super(cause);
  }
}
