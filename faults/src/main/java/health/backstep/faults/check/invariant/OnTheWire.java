package health.backstep.faults.check.invariant;

import static java.util.stream.Collectors.groupingBy;

import health.backstep.faults.check.evidence.Evidence;
import health.backstep.faults.check.evidence.OutboxRow;
import health.backstep.faults.check.evidence.ServiceRows;
import health.backstep.faults.check.evidence.WireRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * That whoever reads a topic can prove to have everything: each event is there, nothing else is,
 * and a patient's events come in their order.
 */
record OnTheWire(Tally tally, Evidence evidence) {

  void check() {
    boolean emptied = evidence.strikes().stream().anyMatch(Strikes::emptiesTopics);
    Map<String, List<WireRecord>> byTopic =
        evidence.snapshot().wire().stream()
            .filter(told -> !told.isInjected())
            .collect(groupingBy(WireRecord::topic));
    for (ServiceRows service : evidence.snapshot().services()) {
      List<WireRecord> told = byTopic.getOrDefault(service.topic(), List.of());
      checkWhole(service, told);
      if (!emptied) {
        checkOrder(told);
      }
    }
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

  /** By what comes for the first time; copies may come at any time. */
  private void checkOrder(List<WireRecord> told) {
    told.stream()
        .filter(one -> one.sequence() != null)
        .collect(groupingBy(WireRecord::key))
        .forEach(
            (patient, records) -> {
              Set<Long> first = new LinkedHashSet<>();
              records.stream()
                  .sorted(Comparator.comparingLong(WireRecord::offset))
                  .forEach(one -> first.add(one.sequence()));
              List<Long> order = new ArrayList<>(first);
              tally.check(
                  order.equals(order.stream().sorted().toList()),
                  () ->
                      "%s tells patient %s in the order %s"
                          .formatted(records.getFirst().topic(), patient, order));
            });
  }
}
