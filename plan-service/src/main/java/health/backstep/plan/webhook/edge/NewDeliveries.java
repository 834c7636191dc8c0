package health.backstep.plan.webhook.edge;

import health.backstep.backbone.failure.Failures;
import health.backstep.plan.webhook.edge.WorkOverview.Place;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jboss.logging.Logger;

/** Makes deliveries of what has changed and of what is replayed, at all endpoints. */
@ApplicationScoped
class NewDeliveries {

  private static final Logger LOG = Logger.getLogger(NewDeliveries.class);

  private final WorkOverview overview;
  private final FanOut fanOut;
  private final Replaying replaying;

  NewDeliveries(WorkOverview overview, FanOut fanOut, Replaying replaying) {
    this.overview = overview;
    this.fanOut = fanOut;
    this.replaying = replaying;
  }

  /**
   * One step at each endpoint, so that a long way to go keeps no other endpoint waiting.
   *
   * @param changed tenants that have just changed something
   * @return whether there may be more at once
   */
  boolean step(Connection connection, Collection<String> changed, Instant now) throws SQLException {
    overview.listening(connection, List.copyOf(changed)).forEach(fanOut::number);
    boolean more = false;
    for (Place place : overview.behind(connection)) {
      more |= step(place, now);
    }
    return more;
  }

  /** What one endpoint's work fails of must not keep the others from theirs. */
  private boolean step(Place place, Instant now) {
    try {
      boolean more = fanOut.step(place.tenant(), place.endpointId(), now);
      return replaying.step(place.tenant(), place.endpointId(), now) || more;
    } catch (RuntimeException e) {
      LOG.warnf("Deliveries of a webhook are made later, after %s", Failures.name(e));
      return false;
    }
  }
}
