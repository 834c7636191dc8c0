package health.backstep.faults.check.invariant;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import health.backstep.faults.check.evidence.Evidence;
import health.backstep.faults.check.evidence.OutboxRow;
import health.backstep.faults.check.evidence.PlanRows.VersionRow;
import health.backstep.faults.check.evidence.ServiceRows;
import health.backstep.faults.check.evidence.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * I4. In the databases, on the topics, and at the services that listen: each number once, none
 * missing.
 */
final class NoGaps implements Invariant {

  @Override
  public String name() {
    return "I4";
  }

  @Override
  public String sentence() {
    return "versions and sequences per patient are gap-free, in databases and on topics";
  }

  @Override
  public Finding decide(Evidence evidence) {
    Tally tally = new Tally(this);
    Snapshot snapshot = evidence.snapshot();
    for (ServiceRows service : snapshot.services()) {
      sequences(service)
          .forEach(
              (patient, numbers) ->
                  tally.check(
                      countsUp(numbers),
                      () ->
                          "%s told patient %s %s"
                              .formatted(service.service().processName(), patient, numbers)));
    }
    versions(snapshot)
        .forEach(
            (patient, numbers) ->
                tally.check(
                    countsUp(numbers),
                    () -> "patient %s has plans %s".formatted(patient, numbers)));
    new TakenIn(tally, snapshot).check();
    new OnTheWire(tally, evidence).check();
    return tally.finding("nothing was told");
  }

  private static Map<String, List<Long>> sequences(ServiceRows service) {
    return service.events().stream()
        .collect(
            groupingBy(
                event -> event.tenant() + "/" + event.key(), mapping(NoGaps::number, toList())));
  }

  private static Map<String, List<Long>> versions(Snapshot snapshot) {
    return snapshot.plans().versions().stream()
        .collect(
            groupingBy(
                version -> version.tenant() + "/" + version.patientId(),
                mapping((VersionRow version) -> (long) version.version(), toList())));
  }

  private static long number(OutboxRow event) {
    return Objects.requireNonNullElse(event.sequence(), 0L);
  }

  /** Whether these are the numbers from 1 to as many as there are. */
  static boolean countsUp(List<Long> numbers) {
    List<Long> sorted = numbers.stream().sorted().toList();
    for (int place = 0; place < sorted.size(); place++) {
      if (sorted.get(place) != place + 1) {
        return false;
      }
    }
    return true;
  }
}
