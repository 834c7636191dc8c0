package health.backstep.faults.cli;

import health.backstep.faults.Watch;
import health.backstep.faults.load.Journal;
import health.backstep.faults.nemesis.Fault;
import health.backstep.faults.nemesis.Strike;
import health.backstep.stack.Progress;
import health.backstep.stack.process.Pause;
import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One line for each part of the run and each fault; on a terminal also a live line below. */
final class LiveWatch implements Watch, Progress {

  private static final String WIPE = "\r\u001b[K";
  private static final int REDRAW_MILLIS = 500;

  private final PrintStream out;
  private final boolean live;
  private final long begun = System.nanoTime();
  private final Set<String> going = new LinkedHashSet<>();
  private Journal journal = new Journal();
  private String phase;
  private boolean finished;

  private LiveWatch(PrintStream out, boolean live, String first) {
    this.out = out;
    this.live = live;
    this.phase = first;
  }

  static LiveWatch on(PrintStream out) {
    return on(out, "getting brokers, database and services ready");
  }

  /**
   * A watch of something that does not begin with a cluster.
   *
   * @param first what is done until the first phase is told
   */
  static LiveWatch on(PrintStream out, String first) {
    boolean terminal =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    LiveWatch watch = new LiveWatch(out, terminal, first);
    watch.line(watch.phase);
    if (terminal) {
      Thread.ofVirtual().start(watch::redraw);
    }
    return watch;
  }

  @Override
  public synchronized void phase(String what, Journal asked) {
    journal = asked;
    phase = what;
    going.clear();
    line(what);
  }

  @Override
  public synchronized void begins(Fault fault) {
    going.add(fault.name());
  }

  @Override
  public synchronized void ends(Fault fault) {
    going.remove(fault.name());
    going.add("recovering from " + fault.name());
  }

  @Override
  public synchronized void isOver(Strike strike) {
    going.remove("recovering from " + strike.name());
    String recovered =
        strike.recovered().map(time -> "recovered in " + seconds(time)).orElse("NOT RECOVERED");
    String harm = seconds(Duration.between(strike.begun(), strike.ended()));
    String trouble = strike.isClean() ? "" : ", not as planned: " + strike.trouble();
    line(
        String.format(
            Locale.ROOT, "  %-46s lasted %8s, %s%s", strike.name(), harm, recovered, trouble));
  }

  @Override
  public synchronized void begins(String step) {
    going.add(step);
  }

  @Override
  public synchronized void ends(String step, Duration took) {
    going.remove(step);
  }

  @Override
  public synchronized void fails(String step) {
    line(step + " did not start");
  }

  /** Ends the live line. */
  synchronized void finish() {
    finished = true;
    wipe();
  }

  private void line(String text) {
    wipe();
    out.printf("%5d s  %s%n", elapsed().toSeconds(), text);
    out.flush();
  }

  private void redraw() {
    while (Pause.of(REDRAW_MILLIS) && show()) {}
  }

  private synchronized boolean show() {
    if (!finished) {
      String now = going.isEmpty() ? phase : String.join(" + ", going);
      out.printf("%s%5d s  %s (%d requests)", WIPE, elapsed().toSeconds(), now, journal.size());
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

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }
}
