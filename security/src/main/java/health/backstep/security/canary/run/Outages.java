package health.backstep.security.canary.run;

import health.backstep.faults.cluster.Cluster;
import health.backstep.faults.cluster.Part;
import health.backstep.security.authz.run.Reply;
import health.backstep.security.canary.Kind;
import health.backstep.security.canary.Planted;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.process.Pause;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Parts fail while canaries are being written: errors are where values like to be quoted. */
final class Outages {

  private static final long PATIENCE = Duration.ofMinutes(4).toNanos();
  private static final int LOOK_MILLIS = 200;
  private static final int CALLERS = 4;
  private static final int A_WHILE_MILLIS = 1_500;

  private final Cluster cluster;
  private final App app;
  private final Planted planted;
  private final Map<String, String> ids;

  Outages(Cluster cluster, App app, Planted planted, Map<String, String> ids) {
    this.cluster = cluster;
    this.app = app;
    this.planted = planted;
    this.ids = ids;
  }

  void all() {
    textTheDatabaseRefuses();
    new NameRace(cluster, app, planted).run();
    statementsThatWaitTooLong();
    failing("cut connections", cluster.database()::cutConnections);
    failing("a killed database", () -> again(cluster.database()));
    cluster.brokers().forEach(broker -> written("a killed broker", () -> again(broker)));
    cluster
        .instances()
        .forEach(instance -> failing("a killed " + instance.name(), () -> again(instance)));
    awaitWhole();
  }

  private void textTheDatabaseRefuses() {
    String text = planted.plant(Kind.REFUSED_VALUE, "a text with a NUL") + "\\u0000";
    app.call("registerPatient", Map.of("externalId", text));
    app.call("reviewPlan", with("words", text));
    app.call("createWebhook", Map.of("webhookDescription", text));
  }

  private void statementsThatWaitTooLong() {
    try (Connection profile = cluster.connect(ServiceName.PROFILE);
        Connection session = cluster.connect(ServiceName.SESSION);
        Statement inProfile = profile.createStatement();
        Statement inSession = session.createStatement()) {
      profile.setAutoCommit(false);
      session.setAutoCommit(false);
      inProfile.execute("lock table patient, clearance in share mode");
      inSession.execute("lock table patient_course, flare in share mode");
      Writes writes = new Writes(this::write);
      IntStream.range(0, CALLERS).parallel().forEach(writes::one);
      profile.rollback();
      session.rollback();
      writes.requireFailed("locked tables");
    } catch (SQLException e) {
      throw new IllegalStateException("nothing could be held up", e);
    }
  }

  /** While others write, of whom some have to fail. */
  private void failing(String what, Runnable outage) {
    during(outage).requireFailed(what);
  }

  /** While others write, who must not notice: the events wait. */
  private void written(String what, Runnable outage) {
    during(outage).requireDone(what);
  }

  private Writes during(Runnable outage) {
    Writes writes = new Writes(this::write);
    AtomicBoolean over = new AtomicBoolean();
    Thread writing =
        Thread.ofVirtual()
            .start(
                () -> {
                  while (!over.get()) {
                    IntStream.range(0, CALLERS).parallel().forEach(writes::one);
                  }
                });
    try {
      Pause.of(A_WHILE_MILLIS);
      outage.run();
      Pause.of(A_WHILE_MILLIS);
    } finally {
      over.set(true);
    }
    try {
      writing.join();
      return writes;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private Reply write(int which) {
    return switch (which) {
      case 0 -> app.call("registerPatient", Map.of());
      case 1 -> app.call("recordClearance", ids);
      case 2 -> app.call("reportFlare", ids);
      default -> app.call("reviewPlan", ids);
    };
  }

  private void again(Part part) {
    part.kill();
    Pause.of(A_WHILE_MILLIS);
    part.start();
    await(part::isReady, part.name());
  }

  private void awaitWhole() {
    await(cluster::isWhole, "the cluster");
  }

  private static void await(BooleanSupplier ready, String what) {
    long begun = System.nanoTime();
    while (!ready.getAsBoolean()) {
      if (System.nanoTime() - begun > PATIENCE) {
        throw new IllegalStateException(what + " did not come back");
      }
      Pause.of(LOOK_MILLIS);
    }
  }

  private Map<String, String> with(String name, String value) {
    Map<String, String> more = new HashMap<>(ids);
    more.put(name, value);
    return more;
  }
}
