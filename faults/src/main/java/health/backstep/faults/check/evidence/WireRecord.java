package health.backstep.faults.check.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record on a topic. What a broken record lacks is empty.
 *
 * @param at when the producer sent it, as the record itself says
 * @param sequence null when there is none or it is no number
 * @param mark of an injected record; empty for one of the product or a copy of it
 * @param letter id of the dead letter; empty for any other record
 */
public record WireRecord(
    String topic,
    int partition,
    long offset,
    Instant at,
    String key,
    String tenant,
    String source,
    String type,
    String id,
    @Nullable Long sequence,
    String mark,
    String letter,
    Told told) {

  public boolean isInjected() {
    return !mark.isEmpty();
  }

  public boolean isDeadLetter() {
    return topic.endsWith(".dlq.v1");
  }

  public boolean isState() {
    return topic.equals("pt.plan.state.v1");
  }
}
