package health.backstep.plan.change.edge;

import health.backstep.backbone.outbox.Presence;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;

/** Goes round the tenants now and then and removes what is past its time, a little at each step. */
final class ExpiringChanges {

  private final ChangesConfig config;
  private final Presence presence;
  private final Clock clock;
  private final Queue<String> tenants = new ArrayDeque<>();
  private Instant nextRound = Instant.MIN;

  ExpiringChanges(ChangesConfig config, Presence presence, Clock clock) {
    this.config = config;
    this.presence = presence;
    this.clock = clock;
  }

  void step(Connection connection) throws SQLException {
    RemovingChanges removing = new RemovingChanges(connection);
    Instant now = clock.instant();
    if (tenants.isEmpty() && !now.isBefore(nextRound)) {
      tenants.addAll(removing.tenants());
      nextRound = now.plus(config.removeEvery());
    }
    Instant before = now.minus(presence.span(config.keep()));
    while (!tenants.isEmpty()) {
      if (removing.remove(tenants.element(), before, config.removeStep()) > 0) {
        return;
      }
      tenants.remove();
    }
  }
}
