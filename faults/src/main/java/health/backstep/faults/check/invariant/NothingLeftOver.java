package health.backstep.faults.check.invariant;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import health.backstep.faults.check.evidence.DeadLetterRow;
import health.backstep.faults.check.evidence.Evidence;
import health.backstep.faults.check.evidence.OutboxRow;
import health.backstep.faults.check.evidence.ServiceRows;
import health.backstep.faults.check.evidence.WireRecord;
import health.backstep.faults.nemesis.Injected;
import java.util.Map;

/** I6. */
final class NothingLeftOver implements Invariant {

  @Override
  public String name() {
    return "I6";
  }

  @Override
  public String sentence() {
    return "outbox, lag and parked are 0 and the dead letters are the injected poison";
  }

  @Override
  public Finding decide(Evidence evidence) {
    Tally tally = new Tally(this);
    tally.check(
        evidence.cameToRest(),
        () -> "the platform did not come to rest by itself within the limit");
    for (ServiceRows service : evidence.snapshot().services()) {
      String name = service.service().processName();
      long unsent = service.outbox().stream().filter(row -> !row.sent()).count();
      zero(tally, unsent, name + ": events that were never sent");
      zero(tally, service.parked(), name + ": events that are parked");
      zero(tally, service.gapsGivenUp(), name + ": gaps that were given up");
    }
    evidence.snapshot().lag().forEach((group, lag) -> zero(tally, lag, group + ": not read yet"));
    checkDeadLetters(tally, evidence);
    return tally.finding("there was nothing to look at");
  }

  private static void zero(Tally tally, long count, String what) {
    tally.check(count == 0, () -> what + ": " + count);
  }

  private static void checkDeadLetters(Tally tally, Evidence evidence) {
    Map<String, Long> kept =
        evidence.snapshot().services().stream()
            .flatMap(service -> service.deadLetters().stream())
            .collect(groupingBy(DeadLetterRow::mark, counting()));
    for (Injected injected : evidence.injected()) {
      if (injected.deadLetters() > 0) {
        long found = kept.getOrDefault(injected.mark().toString(), 0L);
        tally.check(
            found == injected.deadLetters(),
            () ->
                "%s %s on %s: %d dead letters, expected %d"
                    .formatted(
                        injected.kind(),
                        injected.mark(),
                        injected.topic(),
                        found,
                        injected.deadLetters()));
      }
    }
    long expected = evidence.injected().stream().mapToInt(Injected::deadLetters).sum();
    long rows = kept.values().stream().mapToLong(Long::longValue).sum();
    tally.check(
        rows == expected, () -> "dead letters kept: %d, expected %d".formatted(rows, expected));
    checkTopics(tally, evidence, expected);
  }

  /** On the topics a dead letter may come twice, so their ids are counted. */
  private static void checkTopics(Tally tally, Evidence evidence, long expected) {
    long told =
        evidence.snapshot().wire().stream()
            .filter(WireRecord::isDeadLetter)
            .map(WireRecord::letter)
            .distinct()
            .count();
    tally.check(
        told == expected,
        () -> "dead letters on the topics: %d, expected %d".formatted(told, expected));
    long decided =
        evidence.snapshot().services().stream()
            .flatMap(service -> service.outbox().stream())
            .map(OutboxRow::topic)
            .filter(topic -> topic.endsWith(".dlq.v1"))
            .count();
    tally.check(
        decided == expected,
        () -> "dead letters in the outboxes: %d, expected %d".formatted(decided, expected));
  }
}
