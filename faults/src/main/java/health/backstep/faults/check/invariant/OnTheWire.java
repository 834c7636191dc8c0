package health.backstep.faults.check.invariant;

import static java.util.stream.Collectors.groupingBy;

import health.backstep.faults.check.evidence.Evidence;
import health.backstep.faults.check.evidence.OutboxRow;
import health.backstep.faults.check.evidence.ServiceRows;
import health.backstep.faults.check.evidence.WireRecord;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * That whoever reads a topic can prove to have everything: each event is there, nothing else is, a
 * patient's events come in their order, and none comes twice without a reason.
 */
record OnTheWire(Tally tally, Evidence evidence) {

  void check() {
    Map<String, List<WireRecord>> byTopic =
        evidence.snapshot().wire().stream()
            .filter(told -> !told.isInjected())
            .collect(groupingBy(WireRecord::topic));
    for (ServiceRows service : evidence.snapshot().services()) {
      List<WireRecord> told = byTopic.getOrDefault(service.topic(), List.of());
      checkWhole(service, told);
      new OrderOnTheWire(tally, evidence.strikes()).check(told);
    }
    new SentTwice(tally, evidence).check();
  }

  private void checkWhole(ServiceRows service, List<WireRecord> told) {
    Set<String> there = told.stream().map(WireRecord::id).collect(Collectors.toSet());
    Set<String> decided =
        service.events().stream()
            .map(event -> event.eventId().toString())
            .collect(Collectors.toSet());
    for (OutboxRow event : service.events()) {
      tally.check(
          there.contains(event.eventId().toString()),
          () ->
              "%s %s of patient %s, sequence %d, is not on %s"
                  .formatted(
                      event.type(),
                      event.eventId(),
                      event.key(),
                      event.sequence(),
                      service.topic()));
    }
    for (WireRecord one : told) {
      tally.check(
          decided.contains(one.id()),
          () ->
              "%s-%d offset %d holds event %s that %s never decided"
                  .formatted(
                      one.topic(),
                      one.partition(),
                      one.offset(),
                      one.id(),
                      service.service().processName()));
    }
  }
}
