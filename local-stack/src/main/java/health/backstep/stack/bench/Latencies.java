package health.backstep.stack.bench;

import java.util.Arrays;
import java.util.List;

/** Measured times in nanoseconds, sorted. */
record Latencies(long[] nanos) {

  private static final double NANOS_PER_MILLI = 1e6;

  Latencies {
    nanos = nanos.clone();
    Arrays.sort(nanos);
  }

  static Latencies of(List<Long> nanos) {
    return new Latencies(nanos.stream().mapToLong(Long::longValue).toArray());
  }

  int count() {
    return nanos.length;
  }

  /**
   * The time that so many percent do not exceed (nearest rank), in milliseconds.
   *
   * @throws IllegalStateException when nothing was measured
   */
  double millisAt(double percent) {
    if (nanos.length == 0) {
      throw new IllegalStateException("nothing was measured");
    }
    int rank = (int) Math.ceil(percent / 100 * nanos.length);
    return nanos[Math.clamp(rank - 1, 0, nanos.length - 1)] / NANOS_PER_MILLI;
  }
}
