package health.backstep.plan.webhook.edge;

import health.backstep.backbone.tenancy.Tenant;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** Finds what a host's name stands for. */
@FunctionalInterface
interface HostNames {

  /**
   * All addresses at this moment; none when there is no such name or no answer in time.
   *
   * @param tenant on whose behalf it is asked
   * @return empty when it was not asked, because too much is being asked already
   */
  Optional<List<InetAddress>> addresses(Tenant tenant, String host);
}
