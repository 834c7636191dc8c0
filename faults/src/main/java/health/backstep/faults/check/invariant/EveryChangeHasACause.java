package health.backstep.faults.check.invariant;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import health.backstep.faults.check.evidence.Evidence;
import health.backstep.faults.check.evidence.PlanRows.HistoryRow;
import health.backstep.faults.check.evidence.PlanRows.VersionRow;
import health.backstep.faults.check.evidence.Snapshot;
import health.backstep.plan.history.wire.PlanEventReader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** I2. A cause is an event in a producer's outbox, a clinician's review, or a clearance's end. */
final class EveryChangeHasACause implements Invariant {

  /** An event of a patient. */
  private record Happening(String tenant, String patientId, UUID eventId, String type) {}

  @Override
  public String name() {
    return "I2";
  }

  @Override
  public String sentence() {
    return "no plan change without a real cause";
  }

  @Override
  public Finding decide(Evidence evidence) {
    Tally tally = new Tally(this);
    Snapshot snapshot = evidence.snapshot();
    Set<Happening> happened = happened(snapshot);
    Map<UUID, HistoryRow> history = new HashMap<>();
    for (HistoryRow row : snapshot.plans().history()) {
      boolean known = history.putIfAbsent(row.eventId(), row) != null;
      tally.check(!known, () -> "event %s was folded more than once".formatted(row.eventId()));
      tally.check(
          isReal(row, happened),
          () ->
              "%s %s of patient %s was folded, and no service decided it"
                  .formatted(row.type(), row.eventId(), row.patientId()));
    }
    new Lapses(tally, snapshot).check();
    checkVersions(tally, snapshot.plans().versions(), history);
    return tally.finding("no plan was made");
  }

  private static void checkVersions(
      Tally tally, List<VersionRow> versions, Map<UUID, HistoryRow> history) {
    Map<UUID, Long> times =
        versions.stream().collect(groupingBy(VersionRow::causeEventId, counting()));
    for (VersionRow version : versions) {
      HistoryRow cause = history.get(version.causeEventId());
      boolean right =
          cause != null
              && cause.tenant().equals(version.tenant())
              && cause.patientId().equals(version.patientId())
              && times.get(version.causeEventId()) == 1;
      tally.check(
          right,
          () ->
              "version %d of patient %s has cause %s, which %s"
                  .formatted(
                      version.version(),
                      version.patientId(),
                      version.causeEventId(),
                      cause == null ? "was never folded" : "made another version or is another's"));
    }
  }

  private static Set<Happening> happened(Snapshot snapshot) {
    Set<Happening> happened = new HashSet<>();
    Stream.of(snapshot.profile(), snapshot.session())
        .flatMap(service -> service.events().stream())
        .map(row -> new Happening(row.tenant(), row.key(), row.eventId(), row.type()))
        .forEach(happened::add);
    snapshot
        .plan()
        .answers()
        .forEach(
            answer ->
                Bodies.text(answer.body().path("cause"), "eventId")
                    .map(UUID::fromString)
                    .map(
                        id ->
                            new Happening(
                                answer.tenant(),
                                answer.body().path("patientId").asText(),
                                id,
                                PlanEventReader.REVIEW))
                    .ifPresent(happened::add));
    return happened;
  }

  private static boolean isReal(HistoryRow row, Set<Happening> happened) {
    return row.type().equals(PlanEventReader.LAPSED)
        || happened.contains(
            new Happening(row.tenant(), row.patientId().toString(), row.eventId(), row.type()));
  }
}
