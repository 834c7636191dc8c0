package health.backstep.faults.check.evidence;

import health.backstep.stack.platform.ServiceName;
import java.util.List;

/**
 * The rows of one service that an invariant looks at.
 *
 * @param tenants every tenant and patient that any of its tables names
 */
public record ServiceRows(
    ServiceName service,
    List<OutboxRow> outbox,
    List<InboxRow> inbox,
    List<StreamRow> streams,
    long parked,
    long gapsGivenUp,
    List<DeadLetterRow> deadLetters,
    List<AnswerRow> answers,
    List<ResourceRow> resources,
    List<TenantRow> tenants) {

  public ServiceRows {
    outbox = List.copyOf(outbox);
    inbox = List.copyOf(inbox);
    streams = List.copyOf(streams);
    deadLetters = List.copyOf(deadLetters);
    answers = List.copyOf(answers);
    resources = List.copyOf(resources);
    tenants = List.copyOf(tenants);
  }

  /** Rows of a service that has done nothing yet. */
  public static ServiceRows none(ServiceName service) {
    return new ServiceRows(
        service, List.of(), List.of(), List.of(), 0, 0, List.of(), List.of(), List.of(), List.of());
  }

  /** Its topic of events, such as {@code pt.session.events.v1}. */
  public String topic() {
    return topicOf(service);
  }

  /** The topic on which a service tells its events. */
  public static String topicOf(ServiceName service) {
    return "pt." + service.database() + ".events.v1";
  }

  /** The events that it decided, without states and dead letters. */
  public List<OutboxRow> events() {
    return outbox.stream().filter(row -> row.topic().equals(topic())).toList();
  }
}
