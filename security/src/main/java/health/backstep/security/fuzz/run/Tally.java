package health.backstep.security.fuzz.run;

import health.backstep.security.fuzz.Shot;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Counts what became of requests; for several threads. */
final class Tally {

  private static final int IN_PERCENT = 100;

  private final Map<String, Integer> outcomes = new TreeMap<>();
  private final Collection<Finding> findings = new ConcurrentLinkedQueue<>();
  private final TreeSet<Long> refused = new TreeSet<>();
  private final long[] nanos;
  private int done;

  Tally(int count) {
    this.nanos = new long[count];
  }

  synchronized int count(Shot shot, Answer answer) {
    String outcome =
        answer.ending() == Answer.Ending.ANSWERED
            ? Integer.toString(answer.status())
            : answer.ending().name();
    outcomes.merge(outcome, 1, Integer::sum);
    if (answer.isRefusal(shot.whole()) && !shot.mayBeDoneBeforeItsEnd()) {
      refused.add(shot.number());
    }
    nanos[done++] = answer.took().toNanos();
    return done;
  }

  void add(Finding finding) {
    findings.add(finding);
  }

  synchronized List<Long> refused() {
    return List.copyOf(refused);
  }

  synchronized boolean wasRefused(long number) {
    return refused.contains(number);
  }

  /** As of now. */
  synchronized Report report(int again, long begun) {
    long[] sorted = Arrays.copyOf(nanos, done);
    Arrays.sort(sorted);
    return new Report(
        done,
        outcomes,
        again,
        Duration.ofNanos(done == 0 ? 0 : sorted[(int) ((done - 1L) * 99 / IN_PERCENT)]),
        Duration.ofNanos(done == 0 ? 0 : sorted[done - 1]),
        List.copyOf(findings),
        Duration.ofNanos(System.nanoTime() - begun));
  }
}
