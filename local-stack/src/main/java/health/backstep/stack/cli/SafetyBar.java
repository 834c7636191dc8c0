package health.backstep.stack.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;

/** How far a safety run is: a live bar on a terminal, elsewhere one line for each tenth. */
final class SafetyBar {

  private static final int CELLS = 30;
  private static final int STEPS = 10;

  private final long all;
  private final PrintWriter out;
  private final boolean live;
  private final long begun = System.nanoTime();
  private long most;
  private long told;

  private SafetyBar(long all, PrintWriter out, boolean live) {
    this.all = all;
    this.out = out;
    this.live = live;
  }

  static SafetyBar of(long all, PrintWriter out) {
    return new SafetyBar(
        all, out, Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent());
  }

  /**
   * @param done so many are done
   */
  synchronized void done(long done) {
    most = Math.max(most, done);
    long part = most * (live ? 1000 : STEPS) / all;
    if (part > told) {
      told = part;
      out.print(live ? "\r\u001b[K" + line() : line() + System.lineSeparator());
      out.flush();
    }
  }

  /** Ends the live line. */
  synchronized void finish() {
    out.print(live ? "\r\u001b[K" : System.lineSeparator());
    out.flush();
  }

  private String line() {
    int full = (int) (most * CELLS / all);
    double seconds = (System.nanoTime() - begun) / 1e9;
    return String.format(
        Locale.ROOT,
        "[%s%s] %3d %%  %,d of %,d histories, %,.0f per second",
        "#".repeat(full),
        ".".repeat(CELLS - full),
        most * 100 / all,
        most,
        all,
        most / seconds);
  }
}
