package health.backstep.faults.check.invariant;

import static health.backstep.stack.platform.ServiceName.PLAN;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import health.backstep.faults.check.evidence.InboxRow;
import health.backstep.faults.check.evidence.Listening;
import health.backstep.faults.check.evidence.OutboxRow;
import health.backstep.faults.check.evidence.PlanRows.HistoryRow;
import health.backstep.faults.check.evidence.ServiceRows;
import health.backstep.faults.check.evidence.Snapshot;
import health.backstep.faults.check.evidence.StreamRow;
import health.backstep.plan.history.wire.PlanEventReader;
import health.backstep.stack.platform.ServiceName;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** That each service has taken in every event of those it listens to, each once. */
record TakenIn(Tally tally, Snapshot snapshot) {

  void check() {
    Listening.TO.forEach(
        (listener, tellers) ->
            tellers.forEach(
                teller -> {
                  check(snapshot.of(listener), snapshot.of(teller));
                  checkStreams(snapshot.of(listener), snapshot.of(teller));
                }));
    checkFolded();
  }

  private void check(ServiceRows listener, ServiceRows teller) {
    Map<UUID, Long> taken =
        listener.inbox().stream()
            .filter(row -> !row.outcome().equals("DEAD_LETTERED"))
            .collect(groupingBy(InboxRow::eventId, counting()));
    for (OutboxRow event : teller.events()) {
      long times = taken.getOrDefault(event.eventId(), 0L);
      tally.check(
          times == 1,
          () ->
              "%s took %s %s of patient %s in %d times, not once"
                  .formatted(
                      listener.service().processName(),
                      event.type(),
                      event.eventId(),
                      event.key(),
                      times));
    }
  }

  private void checkStreams(ServiceRows listener, ServiceRows teller) {
    String source = "/" + teller.service().processName();
    Map<String, Long> reached =
        listener.streams().stream()
            .filter(stream -> stream.source().equals(source))
            .collect(
                Collectors.toMap(
                    stream -> stream.tenant() + "/" + stream.patientId(),
                    StreamRow::lastSequence,
                    Math::max));
    lastTold(teller)
        .forEach(
            (patient, last) ->
                tally.check(
                    last.equals(reached.get(patient)),
                    () ->
                        "%s has taken in patient %s of %s up to %s, told was up to %d"
                            .formatted(
                                listener.service().processName(),
                                patient,
                                source,
                                reached.get(patient),
                                last)));
  }

  private static Map<String, Long> lastTold(ServiceRows teller) {
    return teller.events().stream()
        .collect(
            Collectors.toMap(
                event -> event.tenant() + "/" + event.key(),
                event -> Objects.requireNonNullElse(event.sequence(), 0L),
                Math::max));
  }

  private void checkFolded() {
    Map<UUID, Long> folded =
        snapshot.plans().history().stream().collect(groupingBy(HistoryRow::eventId, counting()));
    Set<String> types = new HashSet<>(PlanEventReader.profileTypes());
    types.addAll(PlanEventReader.sessionTypes());
    for (ServiceName teller : Listening.to(PLAN)) {
      snapshot.of(teller).events().stream()
          .filter(event -> types.contains(event.type()))
          .forEach(
              event ->
                  tally.check(
                      folded.getOrDefault(event.eventId(), 0L) == 1,
                      () ->
                          "%s %s of patient %s was folded %d times, not once"
                              .formatted(
                                  event.type(),
                                  event.eventId(),
                                  event.key(),
                                  folded.getOrDefault(event.eventId(), 0L))));
    }
  }
}
