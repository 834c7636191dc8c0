package health.backstep.backbone.inbox;

import health.backstep.backbone.event.EventEnvelope;
import health.backstep.wire.UnreadableEvent;
import java.util.Set;

/**
 * What a service does with one type of event. Events of other types on the topic are noted and
 * passed over, so that the sequence stays whole.
 */
public interface EventHandler {

  /** The topic that carries the events. */
  String topic();

  /** Names and versions of the events, for example {@code pt.plan.plan-generated.v1}. */
  Set<String> types();

  /**
   * Applies the event inside the tenant's transaction that also notes it as taken in.
   *
   * @throws UnreadableEvent when it can never be applied
   */
  void handle(EventEnvelope event);
}
