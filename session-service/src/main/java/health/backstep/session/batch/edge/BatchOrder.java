package health.backstep.session.batch.edge;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The order in which one patient's items are taken in. It hangs on the items alone and not on their
 * places in the list, so that the same items always come to the same.
 */
final class BatchOrder {

  private static final List<String> AT_ONE_TIME = List.of("session", "checkIn", "flare");

  private BatchOrder() {}

  /**
   * By the times at which things happened; a check-in never before the session that it names, even
   * when the device's clock was set back in between.
   */
  static List<ReadItem> of(List<ReadItem> ofOnePatient) {
    Map<UUID, Instant> ends =
        ofOnePatient.stream()
            .map(ReadItem::item)
            .filter(item -> item.session() != null)
            .collect(toMap(BatchItem::id, BatchItem::at, BatchOrder::later));
    return ofOnePatient.stream()
        .sorted(
            comparing((ReadItem read) -> time(read.item(), ends))
                .thenComparing(read -> AT_ONE_TIME.indexOf(read.item().kind()))
                .thenComparing(read -> read.item().id())
                .thenComparing(Comparator.comparingInt(ReadItem::position)))
        .toList();
  }

  private static Instant time(BatchItem item, Map<UUID, Instant> ends) {
    Instant end = item.sessionItem() == null ? null : ends.get(item.sessionItem());
    return end == null ? item.at() : later(item.at(), end);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
