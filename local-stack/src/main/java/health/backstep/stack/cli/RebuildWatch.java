package health.backstep.stack.cli;

import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.process.Pause;
import health.backstep.stack.rebuild.Rebuild;
import health.backstep.stack.rebuild.Rebuilds;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Shows how a rebuild gets on. It goes on without anyone watching. */
final class RebuildWatch {

  private static final long LOOK_EVERY_MILLIS = 200;
  private static final Duration STALLED_AFTER = Duration.ofSeconds(10);

  private final Rebuilds rebuilds;
  private final String topic;
  private final ServiceName owner;
  private final PrintWriter err;
  private volatile long sent;
  private long sentAt = System.nanoTime();
  private boolean hinted;

  RebuildWatch(Rebuilds rebuilds, String topic, ServiceName owner, PrintWriter err) {
    this.rebuilds = rebuilds;
    this.topic = topic;
    this.owner = owner;
    this.err = err;
  }

  /** How it ended; empty when it takes longer than that. */
  Optional<Rebuild> untilFinished(long rows, Duration limit) {
    long begun = System.nanoTime();
    Thread onCtrlC = new Thread(this::tellThatItGoesOn, "rebuild-goes-on");
    Runtime.getRuntime().addShutdownHook(onCtrlC);
    try (ProgressBar bar = ProgressBar.of(rows, "rows of " + topic)) {
      while (System.nanoTime() - begun < limit.toNanos()) {
        Optional<Rebuild> now = rebuilds.progress(topic);
        if (now.isEmpty() || now.get().finishedAt().isPresent()) {
          return now;
        }
        bar.reach(now.get().sent());
        hintWhenStalled(now.get().sent(), bar);
        if (!Pause.of(LOOK_EVERY_MILLIS)) {
          break;
        }
      }
    } finally {
      forget(onCtrlC);
    }
    tellThatItGoesOn();
    return Optional.empty();
  }

  private void hintWhenStalled(long now, ProgressBar bar) {
    if (now != sent) {
      sent = now;
      sentAt = System.nanoTime();
    } else if (!hinted && System.nanoTime() - sentAt > STALLED_AFTER.toNanos()) {
      hinted = true;
      bar.wipe();
      err.printf(
          "Nothing was sent for %d s. Does %s run, and does Kafka have the topic? After a wipe,"
              + " ./backstep up or ./backstep topics --bootstrap HOST:PORT makes it again.%n",
          STALLED_AFTER.toSeconds(), owner.processName());
      err.flush();
    }
  }

  private void tellThatItGoesOn() {
    err.printf(
        Locale.ROOT,
        "Not finished: %,d rows were sent so far. %s goes on with it; the same command says how far it is.%n",
        sent,
        owner.processName());
    err.flush();
  }

  /** Does nothing when the JVM is ending already, since then the hook runs. */
  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      return;
    }
  }
}
