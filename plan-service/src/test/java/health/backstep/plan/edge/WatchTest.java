package health.backstep.plan.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.backstep.backbone.testing.Stored;
import health.backstep.backbone.watch.AllTenants;
import health.backstep.backbone.watch.Watch;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What looks at all tenants goes on looking, whatever fails. */
@PlanComponentTest
class WatchTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject AllTenants tenants;

  private final String name = "watch-" + UUID.randomUUID();
  private final List<Connection> looks = new CopyOnWriteArrayList<>();
  private Watch watch;

  @AfterEach
  void end() throws InterruptedException {
    watch.stop();
  }

  @Test
  void aLookThatFailsIsFollowedByOneOnANewConnection() {
    begin(
        connection -> {
          looks.add(connection);
          switch (looks.size()) {
            case 1 -> throw new IllegalStateException("a look that fails");
            case 2 -> throw new SQLException("a statement that fails");
            default -> {}
          }
        });

    await().atMost(PATIENCE).until(() -> looks.size() > 3);

    assertThat(looks.get(0)).matches(WatchTest::isClosed);
    assertThat(looks.get(1)).isNotSameAs(looks.get(0)).matches(WatchTest::isClosed);
    assertThat(looks.get(2)).isNotSameAs(looks.get(1)).isSameAs(looks.get(3));
  }

  @Test
  void whereTheDatabaseEndsTheConnectionAnotherIsMade() {
    Set<String> sessions = ConcurrentHashMap.newKeySet();
    begin(connection -> sessions.addAll(Stored.column(connection, "select pg_backend_pid()")));
    await().atMost(PATIENCE).until(() -> !sessions.isEmpty());

    Stored.column(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = ?", name);

    await().atMost(PATIENCE).until(() -> sessions.size() == 2);
  }

  @Test
  void onceItHasStoppedItHoldsNoConnection() throws InterruptedException {
    begin(looks::add);
    await().atMost(PATIENCE).until(() -> !looks.isEmpty());

    watch.stop();

    assertThat(looks.getFirst()).matches(WatchTest::isClosed);
  }

  private void begin(Watch.Look look) {
    watch = new Watch(name, tenants, Duration.ofMillis(50), look);
    watch.start();
  }

  private static boolean isClosed(Connection connection) {
    try {
      return connection.isClosed();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
