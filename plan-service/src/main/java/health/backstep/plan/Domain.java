package health.backstep.plan;

import health.backstep.plan.catalogue.Catalogue;
import health.backstep.plan.catalogue.wire.CatalogueFiles;
import health.backstep.plan.due.DueRules;
import health.backstep.plan.fold.PlanFold;
import health.backstep.plan.fold.Rulebook;
import health.backstep.plan.routine.RoutineBuilder;
import health.backstep.rules.RuleSet;
import health.backstep.rules.RuleSets;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts the domain, which knows no framework, into the service. */
class Domain {

  @Produces
  @Singleton
  RuleSets ruleSets() {
    return RuleSets.shipped();
  }

  @Produces
  @Singleton
  RuleSet rules(RuleSets ruleSets) {
    return ruleSets.current();
  }

  @Produces
  @Singleton
  Catalogue catalogue() {
    return CatalogueFiles.read();
  }

  @Produces
  @Singleton
  Rulebook rulebook(Catalogue catalogue, RuleSets ruleSets) {
    return new Rulebook(catalogue, ruleSets);
  }

  @Produces
  @Singleton
  PlanFold fold(Rulebook rulebook) {
    return rulebook.current();
  }

  @Produces
  @Singleton
  DueRules dueRules(RuleSet rules) {
    return new DueRules(rules);
  }

  @Produces
  @Singleton
  RoutineBuilder builder(Catalogue catalogue, RuleSet rules) {
    return new RoutineBuilder(catalogue, rules);
  }
}
