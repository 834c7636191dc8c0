package health.backstep.backbone.inbox;

import health.backstep.backbone.event.EventEnvelope;
import java.util.List;

/**
 * A handler that can read and write for many events of a transaction at once. It is told of them
 * only when all of the transaction's events go to such handlers; so what it puts off is seen by
 * nobody who would need it before.
 */
public interface PuttingOff extends EventHandler {

  /** Before the first of a transaction's events: these will be handled by this handler. */
  void expect(List<EventEnvelope> events);

  /** After the last of them, in the same transaction: what was put off is written now. */
  void finish();
}
