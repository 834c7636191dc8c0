package health.backstep.security.authz.cli;

import health.backstep.security.authz.run.Meter;
import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;

/** A bar that grows on a terminal; where nobody watches it stays away. */
public final class Bar implements Meter {

  private static final int CELLS = 30;
  private static final long REDRAW_NANOS = 100_000_000;
  private static final String WIPE = "\r\u001b[K";

  private final PrintStream out;
  private final boolean live;
  private long drawn = System.nanoTime();

  private Bar(PrintStream out, boolean live) {
    this.out = out;
    this.live = live;
  }

  /** Watched only where the output is a terminal. */
  public static Bar on(PrintStream out) {
    return new Bar(
        out, Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent());
  }

  @Override
  public synchronized void reach(long done, long all) {
    if (live && (done == all || System.nanoTime() - drawn > REDRAW_NANOS)) {
      drawn = System.nanoTime();
      int full = (int) (done * CELLS / all);
      out.printf(
          Locale.ROOT,
          "%s[%s%s] %,d of %,d",
          WIPE,
          "#".repeat(full),
          ".".repeat(CELLS - full),
          done,
          all);
      out.flush();
    }
  }

  /** Takes the bar away. */
  public synchronized void wipe() {
    if (live) {
      out.print(WIPE);
      out.flush();
    }
  }
}
