package health.backstep.plan;

import health.backstep.plan.catalogue.Catalogue;
import health.backstep.plan.catalogue.wire.CatalogueFiles;
import health.backstep.plan.fold.PlanFold;
import health.backstep.plan.routine.RoutineBuilder;
import health.backstep.rules.RuleSet;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts the domain, which knows no framework, into the service. */
class Domain {

  @Produces
  @Singleton
  RuleSet rules() {
    return RuleSet.current();
  }

  @Produces
  @Singleton
  Catalogue catalogue() {
    return CatalogueFiles.read();
  }

  @Produces
  @Singleton
  PlanFold fold(Catalogue catalogue, RuleSet rules) {
    return new PlanFold(catalogue, rules);
  }

  @Produces
  @Singleton
  RoutineBuilder builder(Catalogue catalogue, RuleSet rules) {
    return new RoutineBuilder(catalogue, rules);
  }
}
