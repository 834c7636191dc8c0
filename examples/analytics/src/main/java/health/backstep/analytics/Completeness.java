package health.backstep.analytics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Proves that every event is there: each stream counts from 1 without a gap. A number that comes
 * again is a duplicate and dropped; a number that never came is a missing event.
 *
 * <p>A stream may begin later than at 1 when Kafka has removed the beginning of its partition,
 * because its retention has passed. While the partition still has its first record, nothing has
 * been removed, and a late beginning is a gap like any other.
 *
 * <p>After an erasure the service sends only the stream's last event again, when a topic is
 * rebuilt: a stream with its end has nothing missing, whatever came before.
 */
final class Completeness {

  private static final long FIRST = 1;

  /** Events that should be there and are not. */
  record Gap(EventStream stream, Sequences.Range missing) {}

  private static final class Received {
    private final Sequences sequences = new Sequences();
    private boolean beginningRemoved;
    private boolean ended;

    private long expectedFirst() {
      return beginningRemoved ? sequences.first() : FIRST;
    }
  }

  private final Map<EventStream, Received> streams =
      new TreeMap<>(Comparator.comparing(EventStream::source).thenComparing(EventStream::patient));

  /**
   * Notes an event.
   *
   * @param beginningRemoved whether its partition has lost its oldest records to retention
   * @return false when it is a duplicate
   */
  boolean take(EventStream stream, long sequence, boolean beginningRemoved) {
    Received received = streams.computeIfAbsent(stream, _ -> new Received());
    received.beginningRemoved |= beginningRemoved;
    return received.sequences.add(sequence);
  }

  /** Nothing follows in the stream, and what is missing of it was erased and never comes. */
  void end(EventStream stream) {
    streams.get(stream).ended = true;
  }

  int streams() {
    return streams.size();
  }

  /** Streams whose first events are past retention, so that figures of old days lack them. */
  long streamsBegunLate() {
    return streams.values().stream()
        .filter(stream -> !stream.ended && stream.expectedFirst() > FIRST)
        .count();
  }

  /** What is missing, ordered by source, patient and number; empty when all is there. */
  List<Gap> gaps() {
    List<Gap> gaps = new ArrayList<>();
    streams.forEach(
        (stream, received) -> {
          if (!received.ended) {
            received
                .sequences
                .missingFrom(received.expectedFirst())
                .forEach(range -> gaps.add(new Gap(stream, range)));
          }
        });
    return gaps;
  }
}
