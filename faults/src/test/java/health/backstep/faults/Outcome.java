package health.backstep.faults;

import health.backstep.faults.check.evidence.AnswerRow;
import health.backstep.faults.check.evidence.Evidence;
import health.backstep.faults.check.evidence.Snapshot;
import health.backstep.faults.check.invariant.Finding;
import health.backstep.faults.check.invariant.Invariants;
import health.backstep.faults.check.reading.Quiet;
import health.backstep.faults.check.reading.Rebuilding;
import health.backstep.faults.check.reading.SnapshotReader;
import health.backstep.faults.cluster.LocalCluster;
import health.backstep.faults.load.Attempt;
import health.backstep.faults.load.UpToAPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a restore came to. Of what was answered after the point nobody knows whether it happened;
 * all else has to be there.
 *
 * @param safe requests that were accepted before the point
 * @param kept requests that were accepted later, and are there all the same
 * @param lost requests that were accepted later, and are not there
 */
record Outcome(long safe, long kept, long lost, List<Finding> findings) {

  private static final Duration WITHIN = Duration.ofMinutes(5);

  /**
   * Lets the restored cluster come to rest and looks.
   *
   * @param before what was asked of the cluster that was lost
   * @param after what was asked of the restored one
   */
  static Outcome of(LocalCluster cluster, Instant point, List<Attempt> before, List<Attempt> after)
      throws InterruptedException {
    boolean rests = new Quiet(cluster).await(WITHIN);
    Snapshot snapshot = new SnapshotReader(cluster).read();
    UpToAPoint known = new UpToAPoint(point);
    Evidence evidence =
        new Evidence(
            snapshot,
            Stream.of(known.of(before), after).flatMap(List::stream).toList(),
            List.of(),
            List.of(),
            List.of(),
            rests,
            Optional.empty());
    Set<String> stored = stored(snapshot);
    return new Outcome(
        keys(before, known::isBefore).size(),
        keys(before, attempt -> !known.isBefore(attempt)).stream().filter(stored::contains).count(),
        keys(before, attempt -> !known.isBefore(attempt)).stream()
            .filter(Predicate.not(stored::contains))
            .count(),
        Invariants.decide(evidence.with(new Rebuilding(cluster).rebuild(WITHIN))));
  }

  /** For whoever reads the log of the test. */
  List<String> lines() {
    return Stream.concat(
            Stream.of(
                String.format(
                    Locale.ROOT,
                    "accepted before the point: %d, all of them there by I8; later: %d, %d of them lost",
                    safe,
                    kept + lost,
                    lost)),
            findings.stream()
                .map(
                    finding ->
                        String.format(
                            Locale.ROOT,
                            "%-4s %-10s %,8d checked  %s %s",
                            finding.invariant(),
                            finding.verdict().words(),
                            finding.checked(),
                            finding.sentence(),
                            finding.examples())))
        .toList();
  }

  private static Set<String> keys(List<Attempt> attempts, Predicate<Attempt> which) {
    return attempts.stream()
        .filter(attempt -> !attempt.key().isEmpty())
        .filter(attempt -> attempt.answer().filter(Attempt.Answer::isAccepted).isPresent())
        .filter(which)
        .map(Attempt::key)
        .collect(Collectors.toSet());
  }

  private static Set<String> stored(Snapshot snapshot) {
    return snapshot.services().stream()
        .flatMap(service -> service.answers().stream())
        .map(AnswerRow::key)
        .collect(Collectors.toSet());
  }
}
