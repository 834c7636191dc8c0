package health.backstep.backbone.inbox;

import static java.util.stream.Collectors.toCollection;

import health.backstep.backbone.event.EventEnvelope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Takes a batch of one tenant's events in, inside its transaction, when each is simply the next of
 * its stream: two statements for all of them, and what the handlers need, who may put off what they
 * write until they have seen all. What is a duplicate, early, late or a last word makes the batch
 * one for {@link Taking}, event by event.
 */
@ApplicationScoped
class TakingTogether {

  private final StreamsTogether streams;
  private final Handling handling;
  private final Effects effects;
  private final String consumer;

  TakingTogether(
      StreamsTogether streams,
      Handling handling,
      Effects effects,
      @ConfigProperty(name = "quarkus.application.name") String consumer) {
    this.streams = streams;
    this.handling = handling;
    this.effects = effects;
    this.consumer = consumer;
  }

  /**
   * Takes all of them in, or none.
   *
   * @return false when the batch is to be taken event by event, and nothing was done but to lock
   * @throws IllegalStateException when that shows too late; the transaction has to be rolled back
   */
  boolean take(List<ReadEvent> batch) {
    if (batch.size() < 2 || !batch.stream().allMatch(this::isOrdinary)) {
      return false;
    }
    String tenant = batch.getFirst().event().tenant();
    Set<EventStream> wanted =
        batch.stream().map(ReadEvent::stream).collect(toCollection(LinkedHashSet::new));
    Map<EventStream, Long> last = streams.lock(tenant, wanted);
    if (last.size() < wanted.size() || !areNext(batch, last)) {
      return false;
    }
    note(tenant, batch);
    handling.expect(batch);
    for (ReadEvent read : batch) {
      handling.handle(read);
      effects.done("taken", read);
    }
    handling.finish();
    return true;
  }

  private boolean isOrdinary(ReadEvent read) {
    return !handling.isLastWord(read.record()) && !read.record().isReplayedFor(consumer);
  }

  private static boolean areNext(List<ReadEvent> batch, Map<EventStream, Long> last) {
    Map<EventStream, Long> reached = new HashMap<>(last);
    return batch.stream()
        .allMatch(read -> reached.merge(read.stream(), 1L, Long::sum) == read.event().sequence());
  }

  private void note(String tenant, List<ReadEvent> batch) {
    List<EventEnvelope> events = batch.stream().map(ReadEvent::event).toList();
    List<InboxOutcome> outcomes = batch.stream().map(handling::outcome).toList();
    if (streams.note(tenant, events, outcomes) < events.size()) {
      throw new IllegalStateException("the batch holds an event whose id or patient is known");
    }
  }
}
