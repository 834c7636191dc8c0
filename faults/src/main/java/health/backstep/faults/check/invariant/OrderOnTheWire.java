package health.backstep.faults.check.invariant;

import static java.util.stream.Collectors.groupingBy;

import health.backstep.faults.check.evidence.WireRecord;
import health.backstep.faults.nemesis.Strike;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The order of each patient's events on a topic, by what comes for the first time; copies may come
 * at any time.
 *
 * <p>A topic that came back empty holds only what was sent since. The relay fills it in order and
 * holds new events back meanwhile, so the rule stays as it is, but for one thing: between the
 * topic's return and the relay's hearing of the rebuild, new events may have gone out. These stand
 * before everything else of the patient, in their own order, and were sent while the strike lasted;
 * what follows begins with the patient's lowest number and has to be in order by itself. Anything
 * else is disorder, also after such a strike.
 */
record OrderOnTheWire(Tally tally, List<Strike> strikes) {

  void check(List<WireRecord> topic) {
    topic.stream()
        .filter(one -> one.sequence() != null)
        .collect(groupingBy(WireRecord::key))
        .forEach((patient, records) -> check(patient, sorted(records)));
  }

  private void check(String patient, List<WireRecord> records) {
    List<Long> order = firsts(records);
    tally.check(
        ascends(order) || isFilledAgain(records),
        () ->
            "%s tells patient %s in the order %s"
                .formatted(records.getFirst().topic(), patient, order));
  }

  private boolean isFilledAgain(List<WireRecord> records) {
    int begin = beginsAt(records);
    List<WireRecord> early = records.subList(0, begin);
    return early.stream().allMatch(this::wentOutOnAnEmptiedTopic)
        && ascends(firsts(early))
        && ascends(firsts(records.subList(begin, records.size())));
  }

  /** Where the patient's lowest number comes first. */
  private static int beginsAt(List<WireRecord> records) {
    return records.indexOf(
        records.stream().min(Comparator.comparingLong(OrderOnTheWire::number)).orElseThrow());
  }

  /** What was on a topic before it was lost is gone, so only the last loss counts. */
  private boolean wentOutOnAnEmptiedTopic(WireRecord record) {
    return strikes.stream()
        .filter(Strikes::emptiesTopics)
        .max(Comparator.comparing(Strike::begun))
        .filter(strike -> Strikes.lasted(strike, record.at()))
        .isPresent();
  }

  private static List<WireRecord> sorted(List<WireRecord> records) {
    return records.stream().sorted(Comparator.comparingLong(WireRecord::offset)).toList();
  }

  private static List<Long> firsts(List<WireRecord> records) {
    Set<Long> first = new LinkedHashSet<>();
    records.forEach(one -> first.add(number(one)));
    return new ArrayList<>(first);
  }

  private static boolean ascends(List<Long> order) {
    return order.equals(order.stream().sorted().toList());
  }

  private static long number(WireRecord record) {
    return Objects.requireNonNull(record.sequence());
  }
}
