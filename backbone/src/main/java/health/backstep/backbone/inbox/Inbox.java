package health.backstep.backbone.inbox;

import health.backstep.backbone.event.CloudEventHeaders;
import health.backstep.backbone.event.EventEnvelope;
import health.backstep.backbone.tenancy.Tenant;
import health.backstep.backbone.tenancy.TenantTransaction;
import health.backstep.backbone.tracing.EventSpan;
import health.backstep.wire.UnreadableEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Takes each event in once and in order, whatever the wire does: a duplicate is dropped, an early
 * event is parked until its predecessors have come, an unreadable one is dead-lettered and the
 * patient's later events go on.
 */
@ApplicationScoped
public class Inbox {

  /** Dead letters whose tenant cannot be read belong to nobody. */
  private static final Tenant NOBODY = new Tenant("unknown");

  private final TenantTransaction transaction;
  private final InboxStore store;
  private final DeadLetters deadLetters;
  private final AppliedEvents applied;
  private final MeterRegistry metrics;
  private final Map<String, EventHandler> handlers;
  private final Set<String> topics;

  Inbox(
      TenantTransaction transaction,
      InboxStore store,
      DeadLetters deadLetters,
      AppliedEvents applied,
      MeterRegistry metrics,
      @All List<EventHandler> handlers) {
    this.transaction = transaction;
    this.store = store;
    this.deadLetters = deadLetters;
    this.applied = applied;
    this.metrics = metrics;
    this.handlers = new HashMap<>();
    handlers.forEach(handler -> handler.types().forEach(type -> this.handlers.put(type, handler)));
    this.topics =
        handlers.stream().map(EventHandler::topic).collect(Collectors.toCollection(TreeSet::new));
  }

  Set<String> topics() {
    return topics;
  }

  /** Takes one record in, and then what was parked behind it; each in a transaction of its own. */
  void take(IncomingRecord incoming) {
    EventEnvelope event;
    try {
      event = read(incoming);
    } catch (UnreadableEvent e) {
      transaction.run(NOBODY, () -> deadLetters.send(incoming, e.getMessage()));
      return;
    }
    Tenant tenant = new Tenant(event.tenant());
    boolean successorParked = takeOrDeadLetter(tenant, event, incoming);
    while (successorParked) {
      successorParked = takeParked(tenant, event);
    }
  }

  /** Gives up on a record that failed again and again for a reason of its own. */
  void giveUp(IncomingRecord incoming, String reason) {
    EventEnvelope event = read(incoming);
    transaction.call(new Tenant(event.tenant()), () -> deadLetter(event, incoming, reason));
  }

  private static EventEnvelope read(IncomingRecord incoming) {
    EventEnvelope event = CloudEventHeaders.read(incoming.headers(), incoming.payload());
    if (!Tenant.isName(event.tenant())) {
      throw new UnreadableEvent("header ce_tenant is not a tenant's name");
    }
    if (!event.patientId().toString().equals(incoming.key())) {
      throw new UnreadableEvent("the record's key is not its ce_subject");
    }
    return event;
  }

  /** True when the stream's next event is parked. */
  private boolean takeOrDeadLetter(Tenant tenant, EventEnvelope event, IncomingRecord incoming) {
    boolean successorParked;
    try {
      successorParked = transaction.call(tenant, () -> take(event, incoming));
    } catch (UnreadableEvent e) {
      successorParked = transaction.call(tenant, () -> deadLetter(event, incoming, e.getMessage()));
    }
    applied.signal(event.id());
    return successorParked;
  }

  private boolean takeParked(Tenant tenant, EventEnvelope predecessor) {
    Optional<IncomingRecord> parked = transaction.call(tenant, () -> store.parkedNext(predecessor));
    return parked.isPresent() && takeOrDeadLetter(tenant, read(parked.get()), parked.get());
  }

  private boolean take(EventEnvelope event, IncomingRecord incoming) {
    long last = store.lockStream(event);
    if (event.sequence() <= last) {
      count("duplicate", event);
      return store.parkedNext(event).isPresent();
    }
    if (event.sequence() > last + 1) {
      store.park(event, incoming);
      count("parked", event);
      return false;
    }
    return apply(event);
  }

  private boolean apply(EventEnvelope event) {
    Optional<EventHandler> handler = Optional.ofNullable(handlers.get(event.type()));
    InboxOutcome outcome = handler.isPresent() ? InboxOutcome.APPLIED : InboxOutcome.IGNORED;
    Noted noted = store.note(event, outcome);
    if (noted == Noted.ID_KNOWN) {
      throw new UnreadableEvent("its id was taken in before with another sequence");
    }
    handler.ifPresent(
        interested -> EventSpan.around(event, interested.topic(), () -> interested.handle(event)));
    count("taken", event);
    return noted == Noted.SUCCESSOR_PARKED;
  }

  private boolean deadLetter(EventEnvelope event, IncomingRecord incoming, String reason) {
    deadLetters.send(incoming, reason);
    boolean isNext = event.sequence() == store.lockStream(event) + 1;
    if (isNext && store.note(event, InboxOutcome.DEAD_LETTERED) == Noted.ID_KNOWN) {
      store.skip(event);
    }
    return store.parkedNext(event).isPresent();
  }

  private void count(String effect, EventEnvelope event) {
    metrics
        .counter("backstep.inbox.events", "effect", effect, "source", event.source())
        .increment();
  }
}
