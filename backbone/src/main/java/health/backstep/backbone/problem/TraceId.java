package health.backstep.backbone.problem;

import health.backstep.backbone.event.Uuid7;

/** An identifier that a caller can quote and an operator can find in the logs. */
final class TraceId {

  private TraceId() {}

  static String next() {
    return Uuid7.next().toString();
  }
}
