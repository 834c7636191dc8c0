package health.backstep.faults.check.invariant;

import health.backstep.faults.check.evidence.Evidence;
import health.backstep.faults.check.evidence.PlanRows.VersionRow;
import health.backstep.faults.check.evidence.WireRecord;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/**
 * I3. Folding again is the work of the product's own replay; the state topic repeats the latest.
 */
final class PlanIsTheFold implements Invariant {

  @Override
  public String name() {
    return "I3";
  }

  @Override
  public String sentence() {
    return "the stored plan equals the fold of its events, and the state topic says the same";
  }

  @Override
  public Finding decide(Evidence evidence) {
    Tally tally = new Tally(this);
    evidence.snapshot().plans().versions().forEach(_ -> tally.check(true, () -> ""));
    evidence.snapshot().plans().partings().forEach(parting -> tally.check(false, () -> parting));
    checkStates(tally, evidence);
    return tally.finding("no plan was made");
  }

  private static void checkStates(Tally tally, Evidence evidence) {
    Map<String, WireRecord> states =
        evidence.snapshot().wire().stream()
            .filter(WireRecord::isState)
            .filter(state -> !state.isInjected())
            .collect(
                Collectors.toMap(
                    WireRecord::key,
                    state -> state,
                    BinaryOperator.maxBy(Comparator.comparingLong(WireRecord::offset))));
    latest(evidence)
        .forEach(
            (patient, version) -> {
              Optional<WireRecord> state = Optional.ofNullable(states.get(patient));
              tally.check(
                  state.filter(told -> isOf(told, version)).isPresent(),
                  () ->
                      "patient %s is at version %d (%s), the state topic ends with %s"
                          .formatted(
                              patient,
                              version.version(),
                              version.digest(),
                              state.map(PlanIsTheFold::words).orElse("nothing")));
            });
  }

  private static Map<String, VersionRow> latest(Evidence evidence) {
    return evidence.snapshot().plans().versions().stream()
        .collect(
            Collectors.toMap(
                version -> version.patientId().toString(),
                version -> version,
                BinaryOperator.maxBy(Comparator.comparingInt(VersionRow::version))));
  }

  private static boolean isOf(WireRecord state, VersionRow version) {
    return state.told().planVersion() == version.version()
        && state.told().digest().equals(version.digest());
  }

  private static String words(WireRecord state) {
    return "version %d (%s)".formatted(state.told().planVersion(), state.told().digest());
  }
}
