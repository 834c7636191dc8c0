package health.backstep.faults.check.invariant;

import static java.util.stream.Collectors.groupingBy;

import health.backstep.faults.check.evidence.Evidence;
import health.backstep.faults.check.evidence.Sample;
import java.util.Comparator;
import java.util.List;

/** I11. */
final class StaysBounded implements Invariant {

  /** Twice what a service has in use under the load of the benchmark. */
  private static final long MOST_BYTES = 700L << 20;

  /** A leak grows on; heap that is taken and kept does not. */
  private static final double MOST_GROWTH = 1.2;

  /** Below 200 s of samples growth is the warming up of a JVM. */
  private static final int SAMPLES_FOR_A_TREND = 40;

  private static final long MEGABYTE = 1L << 20;

  @Override
  public String name() {
    return "I11";
  }

  @Override
  public String sentence() {
    return "memory, pools and queues stay bounded";
  }

  @Override
  public Finding decide(Evidence evidence) {
    Tally tally = new Tally(this);
    evidence.samples().stream()
        .collect(groupingBy(Sample::instance))
        .forEach((instance, samples) -> check(tally, instance, samples));
    return tally.finding("nothing was sampled");
  }

  private static void check(Tally tally, String instance, List<Sample> samples) {
    for (Sample sample : samples) {
      tally.check(
          sample.residentBytes() < MOST_BYTES,
          () ->
              "%s had %d MB in use at %s, bound is %d MB"
                  .formatted(
                      instance,
                      sample.residentBytes() / MEGABYTE,
                      sample.at(),
                      MOST_BYTES / MEGABYTE));
    }
    checkTrend(tally, instance, samples.stream().filter(one -> one.residentBytes() > 0).toList());
    Sample last = samples.stream().max(Comparator.comparing(Sample::at)).orElseThrow();
    tally.check(
        last.poolActive().isPresent()
            && last.poolAwaiting().isPresent()
            && last.outboxPending().isPresent(),
        () ->
            "%s does not tell its pool and its queue at the end, so nobody knows that they are bounded"
                .formatted(instance));
    tally.check(
        last.poolAwaiting().orElse(0) == 0,
        () -> "%s: requests still wait for a connection".formatted(instance));
    tally.check(
        last.outboxPending().orElse(0) == 0,
        () ->
            "%s: %.0f events pending at the end"
                .formatted(instance, last.outboxPending().orElse(0)));
  }

  /** The third quarter against the last. */
  private static void checkTrend(Tally tally, String instance, List<Sample> samples) {
    if (samples.size() < SAMPLES_FOR_A_TREND) {
      return;
    }
    int quarter = samples.size() / 4;
    long before = median(samples.subList(2 * quarter, 3 * quarter));
    long after = median(samples.subList(3 * quarter, samples.size()));
    tally.check(
        after <= before * MOST_GROWTH,
        () ->
            "%s grew from %d MB to %d MB in the second half of the run"
                .formatted(instance, before / MEGABYTE, after / MEGABYTE));
  }

  private static long median(List<Sample> samples) {
    return samples.stream()
        .mapToLong(Sample::residentBytes)
        .sorted()
        .skip(samples.size() / 2)
        .findFirst()
        .orElse(0);
  }
}
