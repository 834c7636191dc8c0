package health.backstep.plan.change.edge;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;

/** Goes round the tenants now and then and removes what is past its time, a little at each step. */
final class ExpiringChanges {

  private final ChangesConfig config;
  private final Clock clock;
  private final Queue<String> tenants = new ArrayDeque<>();
  private Instant nextRound = Instant.MIN;

  ExpiringChanges(ChangesConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  void step(Connection connection) throws SQLException {
    RemovingChanges removing = new RemovingChanges(connection);
    Instant now = clock.instant();
    if (tenants.isEmpty() && !now.isBefore(nextRound)) {
      tenants.addAll(removing.tenants());
      nextRound = now.plus(config.removeEvery());
    }
    while (!tenants.isEmpty()) {
      if (removing.remove(tenants.element(), now.minus(config.keep()), config.removeStep()) > 0) {
        return;
      }
      tenants.remove();
    }
  }
}
