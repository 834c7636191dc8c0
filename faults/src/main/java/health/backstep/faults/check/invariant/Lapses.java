package health.backstep.faults.check.invariant;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import health.backstep.faults.check.evidence.PlanRows.HistoryRow;
import health.backstep.faults.check.evidence.Snapshot;
import health.backstep.plan.history.wire.PlanEventReader;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * That a clearance ran out only when profile-service had told of its end, at that time or later,
 * and once for each end. Nobody decides such an event, so no outbox has it.
 */
record Lapses(Tally tally, Snapshot snapshot) {

  void check() {
    Map<String, Set<Instant>> ends =
        snapshot.profile().events().stream()
            .filter(event -> event.told().until().isPresent())
            .collect(
                groupingBy(
                    event -> event.tenant() + "/" + event.key(),
                    mapping(event -> event.told().until().orElseThrow(), toSet())));
    snapshot.plans().history().stream()
        .filter(row -> row.type().equals(PlanEventReader.LAPSED))
        .collect(groupingBy(row -> row.tenant() + "/" + row.patientId()))
        .forEach((patient, lapses) -> check(lapses, ends.getOrDefault(patient, Set.of())));
  }

  private void check(List<HistoryRow> lapses, Set<Instant> ends) {
    List<HistoryRow> sorted = lapses.stream().sorted(Comparator.comparing(HistoryRow::at)).toList();
    for (int before = 0; before < sorted.size(); before++) {
      HistoryRow lapse = sorted.get(before);
      long over = ends.stream().filter(end -> !end.isAfter(lapse.at())).count();
      int others = before;
      tally.check(
          over > others,
          () ->
              "patient %s: a clearance ran out at %s (%s); by then %d had an end and %d had run out"
                  .formatted(lapse.patientId(), lapse.at(), lapse.eventId(), over, others));
    }
  }
}
