package health.backstep.security.authz.cli;

import health.backstep.security.authz.run.Timing;
import java.util.Locale;

/** A measurement in a line for people. */
final class TimingLine {

  private static final double NANOS = 1e6;

  private TimingLine() {}

  static String of(Timing timing) {
    return String.format(
        Locale.ROOT,
        "%s: somebody else's %.2f ms, missing %.2f ms (medians of %,d each, in turn)",
        timing.operation(),
        timing.foreign().toNanos() / NANOS,
        timing.missing().toNanos() / NANOS,
        timing.calls());
  }
}
