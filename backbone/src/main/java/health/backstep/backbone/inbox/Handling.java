package health.backstep.backbone.inbox;

import health.backstep.backbone.event.EventEnvelope;
import health.backstep.backbone.tracing.EventSpan;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
  private final Set<String> topicsOfLastWords;
  private final EntityManager entities;
  private final int largestRecord;

  Handling(@All List<EventHandler> handlers, EntityManager entities, InboxConfig config) {
    this.handlers = new HashMap<>();
    handlers.forEach(handler -> handler.types().forEach(type -> this.handlers.put(type, handler)));
    this.topics =
        handlers.stream().map(EventHandler::topic).collect(Collectors.toCollection(TreeSet::new));
    this.topicsOfLastWords = new TreeSet<>(topics);
    handlers.stream()
        .filter(handler -> !(handler instanceof LastWordHandler))
        .forEach(handler -> topicsOfLastWords.remove(handler.topic()));
    this.entities = entities;
    this.largestRecord = config.largestRecord();
  }

  Set<String> topics() {
    return topics;
  }

  /** Whether the record is an event that ends its stream, on the topic where it belongs. */
  boolean isLastWord(IncomingRecord incoming) {
    return handlers.get(incoming.headers().getOrDefault("ce_type", ""))
            instanceof LastWordHandler last
        && last.topic().equals(incoming.topic());
  }

  /** Whether nothing is done with the record, and nothing noted of it. */
  boolean passesOver(IncomingRecord incoming) {
    return topicsOfLastWords.contains(incoming.topic()) && !isLastWord(incoming);
  }

  /** What becomes of an event when it is handled. */
  InboxOutcome outcome(ReadEvent incoming) {
    return handlers.containsKey(incoming.event().type())
        ? InboxOutcome.APPLIED
        : InboxOutcome.IGNORED;
  }

  /** Tells of the events of a transaction that are to be handled, if all can be put off. */
  void expect(List<ReadEvent> batch) {
    Map<EventHandler, List<EventEnvelope>> byHandler = new LinkedHashMap<>();
    for (ReadEvent read : batch) {
      EventHandler handler = handlers.get(read.event().type());
      if (handler != null) {
        byHandler.computeIfAbsent(handler, first -> new ArrayList<>()).add(read.event());
      }
    }
    if (byHandler.keySet().stream().allMatch(PuttingOff.class::isInstance)) {
      byHandler.forEach((handler, events) -> ((PuttingOff) handler).expect(events));
    }
  }

  /** All events of the transaction are handled; what was put off is written. */
  void finish() {
    handlers.values().stream()
        .distinct()
        .filter(PuttingOff.class::isInstance)
        .map(PuttingOff.class::cast)
        .forEach(PuttingOff::finish);
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
      EventSpan.around(incoming.event(), handler.topic(), () -> handler.handle(incoming.event()));
      entities.flush();
      entities.clear();
    }
  }
}
