package health.backstep.faults.check.invariant;

import health.backstep.faults.check.evidence.Evidence;
import health.backstep.faults.load.Attempt;
import health.backstep.faults.load.Attempt.Answer;
import health.backstep.faults.nemesis.Strike;
import java.util.List;

/**
 * I12. No other failure than 503 with Retry-After is answered, it is answered while the database is
 * away instead of letting callers hang, and every fault was recovered from.
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
    evidence.strikes().stream()
        .filter(Strikes::takesDatabaseAway)
        .forEach(strike -> checkTold(tally, strike, during(evidence, strike)));
    Finding finding = tally.finding("");
    return finding.isBroken() || isTold(evidence)
        ? finding
        : tally.notTested("nobody asked while a fault had taken the database away");
  }

  /** Whether a 503 was seen while the database was away. */
  private static boolean isTold(Evidence evidence) {
    return evidence.strikes().stream()
        .filter(Strikes::isOfDatabase)
        .flatMap(strike -> during(evidence, strike).stream())
        .anyMatch(SaysThatItIsAway::isTold);
  }

  private static boolean isTold(Attempt attempt) {
    return attempt.answer().filter(SaysThatItIsAway::isRight).isPresent();
  }

  private static List<Attempt> during(Evidence evidence, Strike strike) {
    return evidence.journal().stream()
        .filter(attempt -> Strikes.lasted(strike, attempt.begun()))
        .toList();
  }

  private static void checkTold(Tally tally, Strike strike, List<Attempt> asked) {
    if (asked.isEmpty()) {
      return;
    }
    tally.check(
        asked.stream().anyMatch(SaysThatItIsAway::isTold),
        () ->
            "%s at %s: not one of %d requests was answered 503 with Retry-After"
                .formatted(strike.name(), strike.begun(), asked.size()));
    long hung = asked.stream().filter(attempt -> attempt.answer().isEmpty()).count();
    tally.check(
        2 * hung <= asked.size(),
        () ->
            "%s at %s: %d of %d requests got no answer at all"
                .formatted(strike.name(), strike.begun(), hung, asked.size()));
  }

  private static boolean isRight(Answer answer) {
    return answer.status() == UNAVAILABLE && answer.retryAfter().isPresent();
  }

  private static void check(Tally tally, Attempt attempt, Answer answer) {
    tally.check(
        isRight(answer),
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
