package health.backstep.analytics;

import health.backstep.analytics.Completeness.Gap;
import health.backstep.analytics.Event.Unreadable;
import java.time.ZoneId;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Takes each event in once, whatever comes twice and in which order. A record that cannot be read
 * is not taken in: when it was an event, its number shows up as missing.
 */
final class Analysis {

  private final Completeness completeness = new Completeness();
  private final DailyFigures figures;
  private long events;
  private long duplicates;
  private long unreadable;

  Analysis(ZoneId zone) {
    this.figures = new DailyFigures(zone);
  }

  /**
   * Takes a record in.
   *
   * @param beginningRemoved whether its partition has lost its oldest records to retention
   */
  void take(ConsumerRecord<byte[], byte[]> received, boolean beginningRemoved) {
    try {
      Event event = Event.of(received);
      Fact fact = Fact.of(event);
      if (completeness.take(event.stream(), event.sequence(), beginningRemoved)) {
        figures.add(event, fact);
        if (fact instanceof Fact.PatientGone) {
          completeness.end(event.stream());
        }
        events++;
      } else {
        duplicates++;
      }
    } catch (Unreadable e) {
      unreadable++;
    }
  }

  List<Series> series() {
    return figures.series();
  }

  List<Gap> gaps() {
    return completeness.gaps();
  }

  /** What was read, in one line. */
  String summary() {
    return "%,d events in %,d streams; dropped %,d duplicates, could not read %,d records"
            .formatted(events, completeness.streams(), duplicates, unreadable)
        + lateBeginnings();
  }

  private String lateBeginnings() {
    long late = completeness.streamsBegunLate();
    return late == 0
        ? ""
        : "; the first events of %,d streams are past retention, figures of those days lack them"
            .formatted(late);
  }
}
