package health.backstep.plan;

import health.backstep.backbone.clock.TestClocks;
import health.backstep.backbone.erasure.ErasingPatient;
import health.backstep.backbone.erasure.PatientErasedHandler;
import health.backstep.backbone.sandbox.TestClockHandler;
import health.backstep.backbone.tenancy.Sandbox;
import health.backstep.plan.catalogue.Catalogue;
import health.backstep.plan.catalogue.wire.CatalogueFiles;
import health.backstep.plan.due.DueRules;
import health.backstep.plan.due.edge.AnnouncingDue;
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
  TestClockHandler testClocks(Sandbox sandbox, TestClocks clocks, AnnouncingDue announcing) {
    return new TestClockHandler(sandbox, clocks, announcing::announce);
  }

  @Produces
  @Singleton
  PatientErasedHandler erasures(ErasingPatient erasing) {
    return new PatientErasedHandler(erasing);
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
