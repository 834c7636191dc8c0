package health.backstep.security.authz.cli;

import health.backstep.stack.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** A line for each step, as soon as it is done. */
public record Steps(PrintStream out) implements Progress {

  public static Steps on(PrintStream out) {
    return new Steps(out);
  }

  @Override
  public void begins(String step) {}

  @Override
  public void ends(String step, Duration took) {
    out.printf(Locale.ROOT, "  %-24s %4d s%n", step, took.toSeconds());
  }

  @Override
  public void fails(String step) {
    out.printf(Locale.ROOT, "  %-24s failed%n", step);
  }
}
