package health.backstep.faults.check.evidence;

import health.backstep.faults.load.Attempt;
import health.backstep.faults.nemesis.Injected;
import health.backstep.faults.nemesis.Strike;
import java.util.List;
import java.util.Optional;

/**
 * All that the invariants are decided by.
 *
 * @param journal every sending of every request, in the order in which the answers came
 * @param injected records that the nemesis put on topics
 * @param strikes the faults, in order
 * @param cameToRest whether everything was sent and taken in within the limit, before the snapshot
 * @param rebuilt empty when the topics were not sent again
 */
public record Evidence(
    Snapshot snapshot,
    List<Attempt> journal,
    List<Injected> injected,
    List<Strike> strikes,
    List<Sample> samples,
    boolean cameToRest,
    Optional<Rebuilt> rebuilt) {

  public Evidence {
    journal = List.copyOf(journal);
    injected = List.copyOf(injected);
    strikes = List.copyOf(strikes);
    samples = List.copyOf(samples);
  }

  /** The same with what came of sending every topic again. */
  public Evidence with(Rebuilt sentAgain) {
    return new Evidence(
        snapshot, journal, injected, strikes, samples, cameToRest, Optional.of(sentAgain));
  }

  /** The writes of the journal; reads have no key. */
  public List<Attempt> writes() {
    return journal.stream().filter(attempt -> !attempt.key().isEmpty()).toList();
  }

  /** Sendings that were answered with success. */
  public List<Attempt> accepted() {
    return writes().stream()
        .filter(attempt -> attempt.answer().filter(Attempt.Answer::isAccepted).isPresent())
        .toList();
  }
}
