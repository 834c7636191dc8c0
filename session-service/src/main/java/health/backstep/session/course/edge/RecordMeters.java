package health.backstep.session.course.edge;

import health.backstep.backbone.tenancy.AfterCommit;
import health.backstep.session.flare.Severity;
import health.backstep.session.flare.wire.Episode;
import health.backstep.session.redflag.Urgency;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Counts what patients record and what it came to, over all tenants; nothing tells whose it was.
 * Everything counts once the running transaction has committed, and is there from zero.
 */
@ApplicationScoped
public class RecordMeters {

  private static final int ALL = 100;

  /** How much of what the plan asked for was done in a session. */
  enum Done {
    ALL,
    SOME,
    NONE
  }

  private final MeterRegistry metrics;
  private final AfterCommit afterCommit;

  RecordMeters(MeterRegistry metrics, AfterCommit afterCommit) {
    this.metrics = metrics;
    this.afterCommit = afterCommit;
  }

  void start(@Observes StartupEvent started) {
    for (Done done : Done.values()) {
      sessions(done);
    }
    for (Episode episode : Episode.values()) {
      for (Severity severity : Severity.values()) {
        flares(episode, severity);
      }
    }
    for (Urgency urgency : Urgency.values()) {
      redFlags(urgency);
    }
    checkIns();
    settled();
  }

  /** A session of which so much was done. */
  public void session(int donePercent) {
    afterCommit.run(() -> recordedSession(donePercent));
  }

  /** A session of which so much was done, and which is stored already. */
  public void recordedSession(int donePercent) {
    sessions(donePercent >= ALL ? Done.ALL : donePercent > 0 ? Done.SOME : Done.NONE).increment();
  }

  /** A check-in. */
  public void checkIn() {
    afterCommit.run(() -> checkIns().increment());
  }

  void flare(Episode episode, Severity severity) {
    afterCommit.run(() -> flares(episode, severity).increment());
  }

  void flareSettled() {
    afterCommit.run(() -> settled().increment());
  }

  void redFlag(Urgency urgency) {
    afterCommit.run(() -> redFlags(urgency).increment());
  }

  private Counter sessions(Done done) {
    return Counter.builder("backstep.sessions")
        .description("Sessions recorded, by how much of the plan was done")
        .tag("done", done.name())
        .register(metrics);
  }

  private Counter checkIns() {
    return Counter.builder("backstep.check.ins")
        .description("Check-ins recorded")
        .register(metrics);
  }

  private Counter flares(Episode episode, Severity severity) {
    return Counter.builder("backstep.flares")
        .description("Reports of a flare, by what they did to its episode")
        .tag("episode", episode.name())
        .tag("severity", severity.name())
        .register(metrics);
  }

  private Counter settled() {
    return Counter.builder("backstep.flares.settled")
        .description("Flares that are over")
        .register(metrics);
  }

  private Counter redFlags(Urgency urgency) {
    return Counter.builder("backstep.red.flags")
        .description("Warning signs of a serious cause")
        .tag("urgency", urgency.name())
        .register(metrics);
  }
}
