package health.backstep.plan.webhook.edge;

import health.backstep.plan.webhook.TargetPolicy;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One of a service's instances: all that it remembers is gone when it is closed. */
final class Instance implements AutoCloseable {

  /** A clock that is set forward. */
  static final class Ahead extends Clock {
    private volatile Duration by = Duration.ZERO;

    void forward(Duration step) {
      by = by.plus(step);
    }

    @Override
    public Instant instant() {
      return Clock.systemUTC().instant().plus(by);
    }

    @Override
    public ZoneId getZone() {
      return ZoneId.of("UTC");
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  private static final int OVERALL = 16;
  static final int PER_TENANT = 12;

  private final Vertx vertx = Posting.silentVertx();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final WorkOverview overview;
  private final NewDeliveries added;
  private final Clock clock;
  private final Posting posting;
  private final Deliveries deliveries;

  Instance(Parts parts, Clock clock) {
    this(parts, parts.policy, parts.names, clock);
  }

  /** One that is configured otherwise and asks another resolver. */
  Instance(Parts parts, TargetPolicy policy, HostNames names, Clock clock) {
    this.overview = parts.overview;
    this.added = parts.added;
    this.clock = clock;
    this.posting = new Posting(vertx, new HttpClientOptions(), clock);
    Attempting attempting =
        new Attempting(policy, names, posting, parts.config.answerWithin(), clock);
    this.deliveries =
        new Deliveries(
            parts.overview,
            parts.claims,
            parts.ends,
            attempting,
            parts.metrics,
            threads,
            new Places(OVERALL, PER_TENANT),
            clock,
            () -> {});
  }

  /** Looks once and returns when every attempt that was begun has ended. */
  void round(String... changed) {
    for (Future<?> attempt : begin(changed)) {
      try {
        attempt.get();
      } catch (InterruptedException | ExecutionException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Looks once and returns what was begun. */
  List<Future<?>> begin(String... changed) {
    try (Connection connection = overview.connect()) {
      deliveries.forgetFull();
      added.step(connection, Set.of(changed), clock.instant());
      return deliveries.begin(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    posting.close();
    threads.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
