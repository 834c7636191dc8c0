package health.backstep.plan.change.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

/** Writes the messages of a stream as server-sent events. */
@ApplicationScoped
class ChangeEvents {

  private final ObjectMapper json;
  private final long reconnectMillis;
  private final Counter streamed;

  ChangeEvents(ObjectMapper json, ChangesConfig config, MeterRegistry metrics) {
    this.json = json;
    this.reconnectMillis = config.reconnectAfter().toMillis();
    this.streamed = metrics.counter("backstep.changes.streamed");
  }

  /**
   * A change is an event named by its type; anything else is a comment. Either has the cursor as
   * its id, so that a browser goes on from there by itself.
   */
  OutboundSseEvent event(Sse sse, ChangeStream.Message message) {
    OutboundSseEvent.Builder event = sse.newEventBuilder().id(message.cursor());
    if (message.change() == null) {
      return event
          .comment(message.last() ? "end" : "alive")
          .reconnectDelay(reconnectMillis)
          .build();
    }
    streamed.increment();
    ChangeView view = ChangeView.of(message.change());
    return event.name(view.type()).data(String.class, write(view)).build();
  }

  private String write(ChangeView view) {
    try {
      return json.writeValueAsString(view);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a change could not be written as JSON", e);
    }
  }
}
