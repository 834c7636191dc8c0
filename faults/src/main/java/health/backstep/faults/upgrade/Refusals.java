package health.backstep.faults.upgrade;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import health.backstep.faults.load.Attempt;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Answers that were no success.
 *
 * @param byStatus how many there were
 * @param forGood requests that no version took however often they were repeated, and requests that
 *     a version took for wrong
 */
record Refusals(Map<Integer, Long> byStatus, long forGood) {

  private static final int REFUSED = 400;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  /**
   * What only a version that does not know the other one's requests would say. The load also meets
   * 404, 409, 412 and 422, when it is ahead of what a service has heard of.
   */
  private static final Set<Integer> MISUNDERSTOOD = Set.of(400, 401, 403, 405, 406, 415);

  static Refusals in(List<Attempt> attempts) {
    Map<Integer, Long> byStatus =
        attempts.stream()
            .flatMap(attempt -> attempt.answer().stream())
            .filter(answer -> answer.status() >= REFUSED)
            .collect(groupingBy(Attempt.Answer::status, TreeMap::new, counting()));
    Collection<List<Attempt>> requests =
        attempts.stream()
            .filter(attempt -> !attempt.key().isEmpty())
            .collect(groupingBy(Attempt::key))
            .values();
    long forGood = requests.stream().filter(Refusals::isRefusedForGood).count();
    return new Refusals(byStatus, forGood);
  }

  long serverErrors() {
    return byStatus.entrySet().stream()
        .filter(entry -> entry.getKey() >= SERVER_ERROR)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** The others, by status. */
  Map<Integer, Long> ofCallers() {
    Map<Integer, Long> others = new TreeMap<>(byStatus);
    others.keySet().removeIf(status -> status >= SERVER_ERROR);
    return others;
  }

  /** An app that gave up without an answer was not refused. */
  private static boolean isRefusedForGood(List<Attempt> sent) {
    List<Integer> answers =
        sent.stream()
            .flatMap(attempt -> attempt.answer().stream())
            .map(Attempt.Answer::status)
            .toList();
    boolean never = answers.stream().noneMatch(Refusals::isFinal);
    return answers.stream().anyMatch(MISUNDERSTOOD::contains)
        || (never && sent.getLast().answer().isPresent());
  }

  private static boolean isFinal(int status) {
    return status < SERVER_ERROR && status != TOO_MANY_REQUESTS;
  }
}
