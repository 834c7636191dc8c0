package health.backstep.safety.run;

import health.backstep.plan.catalogue.Catalogue;
import health.backstep.plan.catalogue.wire.CatalogueFiles;
import health.backstep.plan.fold.PlanFold;
import health.backstep.rules.RuleSet;
import health.backstep.rules.Sources;

/**
 * The data that plans are made of, and that they are judged by.
 *
 * @param fold the planner that the service uses
 * @param sources everything that may be cited
 */
public record Ground(Catalogue catalogue, RuleSet rules, PlanFold fold, Sources sources) {

  /** What ships with the service. */
  public static Ground current() {
    Catalogue catalogue = CatalogueFiles.read();
    RuleSet rules = RuleSet.current();
    return new Ground(catalogue, rules, new PlanFold(catalogue, rules), Sources.read());
  }

  /** The planner that the service uses. */
  public Planner planner() {
    return fold::apply;
  }

  /** A number that a rule acts at. */
  public int threshold(String rule, String name) {
    return rules.rule(rule).threshold(name);
  }
}
