package health.backstep.backbone.inbox;

import health.backstep.backbone.failure.Failures;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Looks at the parked events now and then: tells how many wait and how long, and lets streams go on
 * by the {@link GapRule}. Every instance does so; the streams' row locks keep them apart.
 */
@ApplicationScoped
public class GapWatch {

  private static final Logger LOG = Logger.getLogger(GapWatch.class);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private record State(ParkedOverview.Seen seen, long at) {

    double oldestSeconds() {
      return seen.events() == 0
          ? 0
          : seen.oldest().plusNanos(System.nanoTime() - at).toMillis() / 1000.0;
    }
  }

  private final ParkedOverview overview;
  private final GapRule rule;
  private final Duration lookEvery;
  private final AtomicReference<State> state =
      new AtomicReference<>(
          new State(new ParkedOverview.Seen(0, Duration.ZERO, List.of()), System.nanoTime()));
  private volatile boolean running;
  private Thread thread;

  GapWatch(ParkedOverview overview, GapRule rule, InboxConfig config, MeterRegistry metrics) {
    this.overview = overview;
    this.rule = rule;
    this.lookEvery = config.lookEvery();
    Gauge.builder("backstep.inbox.parked", state, s -> s.get().seen().events())
        .description("Events that wait for their predecessors")
        .register(metrics);
    TimeGauge.builder(
            "backstep.inbox.parked.oldest.age",
            state,
            TimeUnit.SECONDS,
            s -> s.get().oldestSeconds())
        .description("How long the oldest of them has waited")
        .register(metrics);
  }

  void start(@Observes StartupEvent started) {
    running = true;
    thread = Thread.ofPlatform().name("gap-watch").daemon().start(this::watchUntilStopped);
  }

  void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
    running = false;
    if (thread != null) {
      thread.interrupt();
      thread.join(STOP_WITHIN);
    }
  }

  private void watchUntilStopped() {
    while (running) {
      watch();
      try {
        Thread.sleep(lookEvery);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void watch() {
    try {
      ParkedOverview.Seen seen = overview.look();
      state.set(new State(seen, System.nanoTime()));
      seen.due().forEach(this::letGoOn);
      if (!seen.due().isEmpty()) {
        state.set(new State(overview.look(), System.nanoTime()));
      }
    } catch (SQLException e) {
      LOG.debugf("The parked events could not be looked at: SQLSTATE %s", e.getSQLState());
    } catch (RuntimeException | Error e) {
      LOG.warnf("The parked events are looked at again after %s", Failures.name(e));
    }
  }

  private void letGoOn(EventStream stream) {
    try {
      rule.apply(stream, GapWatch::pauseShortly);
    } catch (RuntimeException e) {
      LOG.warnf("Parked events of %s wait on after %s", stream.source(), Failures.name(e));
    }
  }

  /** A stream that needs a longer wait has its turn at the next look. */
  private static void pauseShortly(Duration pause) {
    if (pause.compareTo(LONGEST_PAUSE) > 0) {
      throw new Pause.LeftToAnother();
    }
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Pause.LeftToAnother();
    }
  }
}
