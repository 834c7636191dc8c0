package health.backstep.faults.check.invariant;

import health.backstep.faults.check.evidence.Evidence;
import health.backstep.faults.load.Attempt;
import health.backstep.faults.load.Attempt.Answer;
import health.backstep.faults.nemesis.Strike;

/**
 * I12. No other failure than 503 with Retry-After is answered, and every fault was recovered from.
 */
final class SaysThatItIsAway implements Invariant {

  private static final int SERVER_ERROR = 500;
  private static final int UNAVAILABLE = 503;

  @Override
  public String name() {
    return "I12";
  }

  @Override
  public String sentence() {
    return "503 with Retry-After while the database is gone, and healing by itself";
  }

  @Override
  public Finding decide(Evidence evidence) {
    Tally tally = new Tally(this);
    for (Attempt attempt : evidence.journal()) {
      attempt
          .answer()
          .filter(answer -> answer.status() >= SERVER_ERROR)
          .ifPresent(answer -> check(tally, attempt, answer));
    }
    for (Strike strike : evidence.strikes()) {
      tally.check(
          strike.recovered().isPresent(),
          () -> "%s at %s was not recovered from".formatted(strike.name(), strike.begun()));
    }
    Finding finding = tally.finding("");
    return finding.isBroken() || evidence.strikes().stream().anyMatch(Strikes::isOfDatabase)
        ? finding
        : tally.notTested("no fault took the database away");
  }

  private static void check(Tally tally, Attempt attempt, Answer answer) {
    tally.check(
        answer.status() == UNAVAILABLE && answer.retryAfter().isPresent(),
        () ->
            "%s at %s was answered %d%s: %s"
                .formatted(
                    attempt.operation(),
                    attempt.begun(),
                    answer.status(),
                    answer.retryAfter().isPresent() ? "" : " without Retry-After",
                    Bodies.read(answer.body()).path("code").asText()));
  }
}
