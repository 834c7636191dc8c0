package health.backstep.faults.check.invariant;

import static java.util.stream.Collectors.groupingBy;

import health.backstep.faults.check.evidence.Evidence;
import health.backstep.faults.check.evidence.WireRecord;
import java.util.Comparator;
import java.util.List;

/**
 * That nothing is sent twice while nothing is wrong. Delivery is at least once: a relay that dies
 * or is cut off between sending and marking sends again, and copies are put on topics by a fault.
 * Both happen around a strike. Repetitions at any other time come from two relays that are active
 * at once, or from one that does not mark what it has sent. Dead letters are counted by I6.
 */
record SentTwice(Tally tally, Evidence evidence) {

  void check() {
    evidence.snapshot().wire().stream()
        .filter(one -> !one.isInjected() && !one.isDeadLetter() && !one.id().isEmpty())
        .collect(groupingBy(one -> one.topic() + "/" + one.id()))
        .values()
        .forEach(this::check);
  }

  private void check(List<WireRecord> copies) {
    copies.stream()
        .sorted(
            Comparator.comparingInt(WireRecord::partition).thenComparingLong(WireRecord::offset))
        .skip(1)
        .forEach(
            again ->
                tally.check(
                    evidence.strikes().stream()
                        .anyMatch(strike -> Strikes.canRepeat(strike, again.at())),
                    () ->
                        "%s-%d offset %d: event %s was sent twice although nothing was wrong at %s"
                            .formatted(
                                again.topic(),
                                again.partition(),
                                again.offset(),
                                again.id(),
                                again.at())));
  }
}
