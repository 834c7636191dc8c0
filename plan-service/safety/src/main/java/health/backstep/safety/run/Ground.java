package health.backstep.safety.run;

import health.backstep.plan.catalogue.Catalogue;
import health.backstep.plan.catalogue.wire.CatalogueFiles;
import health.backstep.plan.fold.PlanFold;
import health.backstep.rules.RuleSet;

/** The data that plans are made of, and that they are judged by. */
public record Ground(Catalogue catalogue, RuleSet rules) {

  /** What ships with the service. */
  public static Ground current() {
    return new Ground(CatalogueFiles.read(), RuleSet.current());
  }

  /** The planner that the service uses. */
  public Planner planner() {
    return new PlanFold(catalogue, rules)::apply;
  }

  /** A number that a rule acts at. */
  public int threshold(String rule, String name) {
    return rules.rule(rule).threshold(name);
  }
}
