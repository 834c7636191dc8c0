package health.backstep.stack.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;

/** A bar that grows on a terminal; where nobody watches it stays away. */
final class ProgressBar implements AutoCloseable {

  private static final int WIDTH = 30;
  private static final long REDRAW_NANOS = 100_000_000;
  private static final String WIPE = "\r\u001b[K";

  private final PrintStream out;
  private final boolean live;
  private final long all;
  private final String what;
  private long done;
  private long drawn = System.nanoTime();

  ProgressBar(PrintStream out, boolean live, long all, String what) {
    this.out = out;
    this.live = live;
    this.all = all;
    this.what = what;
  }

  static ProgressBar of(long all, String what) {
    boolean terminal =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    return new ProgressBar(System.err, terminal, all, what);
  }

  /** One more is done. */
  void step() {
    reach(done + 1);
  }

  /** So many are done in all. */
  void reach(long reached) {
    done = reached;
    if (live && (done == all || System.nanoTime() - drawn > REDRAW_NANOS)) {
      drawn = System.nanoTime();
      int full = all == 0 ? WIDTH : (int) Math.min(WIDTH, done * WIDTH / all);
      out.printf(
          Locale.ROOT,
          "%s[%s%s] %,d of %,d %s",
          WIPE,
          "#".repeat(full),
          ".".repeat(WIDTH - full),
          done,
          all,
          what);
      out.flush();
    }
  }

  /** Takes the bar away. */
  @Override
  public void close() {
    wipe();
  }

  /** Makes room for a line of text; the next step draws the bar below it. */
  void wipe() {
    if (live) {
      out.print(WIPE);
      out.flush();
    }
  }
}
