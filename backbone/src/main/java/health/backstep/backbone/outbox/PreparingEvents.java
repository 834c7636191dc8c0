package health.backstep.backbone.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.backstep.backbone.event.Cause;
import health.backstep.backbone.event.Uuid7;
import health.backstep.backbone.tenancy.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Events for a statement that stores them by itself, outside of any transaction of ours. It has to
 * give the sequence as {@link Outbox} does.
 */
@ApplicationScoped
public class PreparingEvents {

  private final ObjectMapper json;
  private final RelayWake wake;
  private final String source;

  PreparingEvents(
      ObjectMapper json,
      RelayWake wake,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.json = json;
    this.wake = wake;
    this.source = "/" + service;
  }

  /** The event, byte for byte as {@link Outbox#publish} would store it. */
  public PreparedEvent prepare(
      Tenant tenant,
      String topic,
      String type,
      UUID patientId,
      Instant decidedAt,
      Cause cause,
      Object data) {
    NewEvent event = new NewEvent(Uuid7.next(), topic, type, patientId, decidedAt, cause, data);
    return new PreparedEvent(
        event.id(), topic, event.headers(source, tenant.name()), payload(event));
  }

  /** The statement has committed: there is something to send. */
  public void stored() {
    wake.signal();
  }

  private String payload(NewEvent event) {
    try {
      return json.writeValueAsString(event.data());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event could not be written as JSON", e);
    }
  }
}
