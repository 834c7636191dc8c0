package health.backstep.backbone.load;

import health.backstep.backbone.problem.ProblemException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many calls of a kind there are at a time, in all and for each tenant. */
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

  /**
   * Takes or refuses.
   *
   * @param tooMany what a tenant is told that has as many as it may
   * @throws ProblemException 429 when the tenant, 503 when all together have as many as they may
   */
  void takeOrRefuse(String tenant, String tooMany) {
    switch (take(tenant)) {
      case TAKEN -> {}
      case TENANT_FULL -> throw new ProblemException(429, "TOO_MANY_WAITING", tooMany, List.of());
      case ALL_FULL -> throw new ProblemException(503, Overload.CODE, Overload.DETAIL, List.of());
    }
  }

  synchronized void give(String tenant) {
    all--;
    byTenant.computeIfPresent(tenant, (name, held) -> held == 1 ? null : held - 1);
  }

  synchronized int count() {
    return all;
  }
}
