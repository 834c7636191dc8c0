package health.backstep.plan.webhook.edge;

import health.backstep.backbone.tenancy.Tenant;
import java.util.HashMap;
import java.util.Map;

/**
 * Places for what goes on at once. A tenant has a share of them, so that one whose receivers or
 * names are slow leaves places for the others.
 */
final class Places {

  private final int overall;
  private final int perTenant;
  private final Map<Tenant, Integer> taken = new HashMap<>();
  private int all;

  Places(int overall, int perTenant) {
    this.overall = overall;
    this.perTenant = perTenant;
  }

  /** How many a tenant could take now. */
  synchronized int free(Tenant tenant) {
    return Math.min(overall - all, perTenant - taken.getOrDefault(tenant, 0));
  }

  /** Takes one, if there is one. */
  synchronized boolean take(Tenant tenant) {
    if (free(tenant) <= 0) {
      return false;
    }
    all++;
    taken.merge(tenant, 1, Integer::sum);
    return true;
  }

  synchronized void giveBack(Tenant tenant) {
    all--;
    taken.computeIfPresent(tenant, (_, count) -> count == 1 ? null : count - 1);
  }
}
