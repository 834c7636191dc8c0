package health.backstep.backbone.load;

import java.util.HashMap;
import java.util.Map;

/** How many calls are held, in all and for each tenant. */
final class Holding {

  enum Outcome {
    TAKEN,
    TENANT_FULL,
    ALL_FULL
  }

  private final int most;
  private final int mostOfATenant;
  private final Map<String, Integer> byTenant = new HashMap<>();
  private int all;

  Holding(int most, int mostOfATenant) {
    this.most = most;
    this.mostOfATenant = mostOfATenant;
  }

  synchronized Outcome take(String tenant) {
    if (byTenant.getOrDefault(tenant, 0) >= mostOfATenant) {
      return Outcome.TENANT_FULL;
    }
    if (all >= most) {
      return Outcome.ALL_FULL;
    }
    all++;
    byTenant.merge(tenant, 1, Integer::sum);
    return Outcome.TAKEN;
  }

  synchronized void give(String tenant) {
    all--;
    byTenant.computeIfPresent(tenant, (name, held) -> held == 1 ? null : held - 1);
  }

  synchronized int count() {
    return all;
  }
}
