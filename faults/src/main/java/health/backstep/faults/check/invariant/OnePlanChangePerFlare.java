package health.backstep.faults.check.invariant;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.databind.JsonNode;
import health.backstep.faults.check.evidence.Evidence;
import health.backstep.faults.check.evidence.OutboxRow;
import health.backstep.faults.check.evidence.PlanRows.HistoryRow;
import health.backstep.faults.check.evidence.PlanRows.VersionRow;
import health.backstep.faults.check.evidence.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * I1. Two independent expectations: what folding the history again gives, and that whoever had a
 * plan before the flare has exactly one regressed version because of it, told once.
 */
final class OnePlanChangePerFlare implements Invariant {

  private static final String REGRESSED = "pt.plan.plan-regressed.v1";

  @Override
  public String name() {
    return "I1";
  }

  @Override
  public String sentence() {
    return "every accepted flare that opened or escalated an episode has exactly one plan change";
  }

  @Override
  public Finding decide(Evidence evidence) {
    Tally tally = new Tally(this);
    Effects effects = Effects.of(evidence.snapshot());
    List<OutboxRow> flares =
        evidence.snapshot().session().events().stream()
            .filter(event -> event.told().opensOrEscalates())
            .toList();
    flares.forEach(flare -> check(tally, flare, effects));
    checkAccepted(tally, evidence, flares);
    return tally.finding("no flare was accepted");
  }

  private static void check(Tally tally, OutboxRow flare, Effects effects) {
    List<HistoryRow> folded = effects.history().getOrDefault(flare.eventId(), List.of());
    List<VersionRow> versions = effects.versions().getOrDefault(flare.eventId(), List.of());
    long told = effects.told().getOrDefault(flare.eventId().toString(), 0L);
    Optional<HistoryRow> only =
        folded.size() == 1 ? Optional.of(folded.getFirst()) : Optional.empty();
    boolean right =
        only.filter(row -> isOf(row, flare))
            .filter(row -> effects.agrees(row, versions, told))
            .isPresent();
    tally.check(
        right,
        () ->
            "flare %s of patient %s: folded %d times, %d plan versions %s, told %d times; expected one each"
                .formatted(
                    flare.eventId(),
                    flare.key(),
                    folded.size(),
                    versions.size(),
                    versions.stream().map(VersionRow::kind).toList(),
                    told));
  }

  private static boolean isOf(HistoryRow row, OutboxRow flare) {
    return row.tenant().equals(flare.tenant()) && row.patientId().toString().equals(flare.key());
  }

  private static void checkAccepted(Tally tally, Evidence evidence, List<OutboxRow> flares) {
    Set<String> stored =
        flares.stream().map(flare -> flare.eventId().toString()).collect(Collectors.toSet());
    evidence
        .accepted()
        .forEach(
            attempt -> {
              JsonNode flare = Bodies.read(attempt.answer().orElseThrow().body()).path("flare");
              String episode = flare.path("episode").asText();
              if (episode.equals("OPENED") || episode.equals("ESCALATED")) {
                String id = flare.path("eventId").asText();
                tally.check(
                    stored.contains(id),
                    () ->
                        "flare %s was accepted (key %s) and is not in session-service's outbox"
                            .formatted(id, attempt.key()));
              }
            });
  }

  /** What plan-service made of events, by the event's id. */
  private record Effects(
      Map<UUID, List<HistoryRow>> history,
      Map<UUID, List<VersionRow>> versions,
      Map<String, Long> told,
      Map<UUID, Integer> firstPlan) {

    static Effects of(Snapshot snapshot) {
      Map<UUID, List<HistoryRow>> history =
          snapshot.plans().history().stream().collect(groupingBy(HistoryRow::eventId));
      Map<UUID, Integer> firstPlan =
          snapshot.plans().versions().stream()
              .filter(version -> version.version() == 1)
              .filter(version -> history.containsKey(version.causeEventId()))
              .collect(
                  Collectors.toMap(
                      VersionRow::patientId,
                      version -> history.get(version.causeEventId()).getFirst().ordinal(),
                      Math::min));
      return new Effects(
          history,
          snapshot.plans().versions().stream().collect(groupingBy(VersionRow::causeEventId)),
          snapshot.plan().events().stream()
              .filter(event -> event.type().equals(REGRESSED))
              .collect(groupingBy(OutboxRow::causationId, counting())),
          firstPlan);
    }

    boolean agrees(HistoryRow row, List<VersionRow> versions, long told) {
      boolean hadPlan = firstPlan.getOrDefault(row.patientId(), Integer.MAX_VALUE) < row.ordinal();
      int expected = hadPlan ? 1 : 0;
      return versions.size() == expected
          && told == expected
          && row.folds() == hadPlan
          && versions.stream().allMatch(version -> version.kind().equals("REGRESSED"));
    }
  }
}
