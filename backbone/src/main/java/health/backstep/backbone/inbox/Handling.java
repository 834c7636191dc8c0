package health.backstep.backbone.inbox;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Gives each event to the handler of its type. */
@ApplicationScoped
class Handling {

  private final Map<String, EventHandler> handlers;
  private final Set<String> topics;
  private final EntityManager entities;
  private final int largestRecord;

  Handling(@All List<EventHandler> handlers, EntityManager entities, InboxConfig config) {
    this.handlers = new HashMap<>();
    handlers.forEach(handler -> handler.types().forEach(type -> this.handlers.put(type, handler)));
    this.topics =
        handlers.stream().map(EventHandler::topic).collect(Collectors.toCollection(TreeSet::new));
    this.entities = entities;
    this.largestRecord = config.largestRecord();
  }

  Set<String> topics() {
    return topics;
  }

  /** What becomes of an event when it is handled. */
  InboxOutcome outcome(ReadEvent incoming) {
    return handlers.containsKey(incoming.event().type())
        ? InboxOutcome.APPLIED
        : InboxOutcome.IGNORED;
  }

  /**
   * Handles an event, and forgets the entities that were read for it: the next event of the batch
   * finds the database as in a transaction of its own.
   *
   * @throws Refused when the record is larger than any event
   */
  void handle(ReadEvent incoming) {
    long size = incoming.record().size();
    if (size > largestRecord) {
      throw new Refused(
          DeadLetterCause.TOO_LARGE,
          "it has %d bytes, more than the %d that an event may have"
              .formatted(size, largestRecord));
    }
    EventHandler handler = handlers.get(incoming.event().type());
    if (handler != null) {
      handler.handle(incoming.event());
      entities.flush();
      entities.clear();
    }
  }
}
