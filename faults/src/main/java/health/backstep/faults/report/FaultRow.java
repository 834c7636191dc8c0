package health.backstep.faults.report;

import health.backstep.faults.Result;
import health.backstep.faults.load.Attempt;
import health.backstep.faults.nemesis.Strike;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All strikes of one fault.
 *
 * @param times done as planned
 * @param requests sent while one of them lasted or was recovered from
 * @param unknown how many of these were never answered
 * @param p50 of the recovery times; empty when it was never recovered from
 * @param max of the recovery times
 * @param notAsPlanned how many could not be done as planned
 */
record FaultRow(
    String fault,
    int times,
    long requests,
    long unknown,
    Optional<Duration> p50,
    Optional<Duration> max,
    long notAsPlanned) {

  /** One for each fault that struck, in the order of the first strike. */
  static List<FaultRow> of(Result result) {
    Map<String, List<Strike>> byName = new LinkedHashMap<>();
    result
        .strikes()
        .forEach(
            strike -> byName.computeIfAbsent(strike.name(), _ -> new ArrayList<>()).add(strike));
    return byName.entrySet().stream()
        .map(entry -> of(entry.getKey(), entry.getValue(), result.attempts()))
        .toList();
  }

  private static FaultRow of(String fault, List<Strike> strikes, List<Attempt> attempts) {
    List<Attempt> during =
        attempts.stream()
            .filter(
                attempt -> strikes.stream().anyMatch(strike -> isDuring(attempt.begun(), strike)))
            .toList();
    List<Duration> recoveries =
        strikes.stream().flatMap(strike -> strike.recovered().stream()).sorted().toList();
    boolean none = recoveries.isEmpty();
    return new FaultRow(
        fault,
        (int) strikes.stream().filter(Strike::isClean).count(),
        during.size(),
        during.stream().filter(attempt -> attempt.answer().isEmpty()).count(),
        none ? Optional.empty() : Optional.of(recoveries.get((recoveries.size() - 1) / 2)),
        none ? Optional.empty() : Optional.of(recoveries.getLast()),
        strikes.stream().filter(strike -> !strike.isClean()).count());
  }

  private static boolean isDuring(Instant time, Strike strike) {
    Instant over = strike.ended().plus(strike.recovered().orElse(Duration.ZERO));
    return !time.isBefore(strike.begun()) && !time.isAfter(over);
  }
}
