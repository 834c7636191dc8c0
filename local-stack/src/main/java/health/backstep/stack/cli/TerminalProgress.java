package health.backstep.stack.cli;

import health.backstep.stack.Progress;
import health.backstep.stack.process.Pause;
import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One line for each step that is done; on a terminal also a live line of what goes on. */
final class TerminalProgress implements Progress {

  private static final String SPINNER = "|/-\\";
  private static final String WIPE = "\r\u001b[K";
  private static final int TURN_MILLIS = 120;

  private final PrintStream out;
  private final boolean live;
  private final Marks marks;
  private final Set<String> going = new LinkedHashSet<>();
  private final long begun = System.nanoTime();
  private boolean finished;

  private TerminalProgress(PrintStream out, boolean live) {
    this.out = out;
    this.live = live;
    this.marks = Marks.of(out);
  }

  static TerminalProgress on(PrintStream out) {
    boolean terminal =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    TerminalProgress progress = new TerminalProgress(out, terminal);
    if (terminal) {
      Thread.ofVirtual().start(progress::spin);
    }
    return progress;
  }

  @Override
  public synchronized void begins(String step) {
    going.add(step);
  }

  @Override
  public synchronized void ends(String step, Duration took) {
    going.remove(step);
    line(marks.done(), step, took);
  }

  @Override
  public synchronized void fails(String step) {
    going.remove(step);
    wipe();
    out.printf("%s %s%n", marks.failed(), step);
  }

  /** Ends the live line. */
  synchronized void finish() {
    finished = true;
    wipe();
  }

  private void line(String mark, String step, Duration took) {
    wipe();
    out.printf(Locale.ROOT, "%s %-24s %5.1f s%n", mark, step, took.toMillis() / 1000.0);
  }

  private void spin() {
    int turn = 0;
    while (Pause.of(TURN_MILLIS) && show(SPINNER.charAt(turn % SPINNER.length()))) {
      turn++;
    }
  }

  private synchronized boolean show(char hand) {
    if (!finished && !going.isEmpty()) {
      long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
      out.printf("%s%c %s ... %d s", WIPE, hand, String.join(", ", going), seconds);
      out.flush();
    }
    return !finished;
  }

  private void wipe() {
    if (live) {
      out.print(WIPE);
      out.flush();
    }
  }
}
