package health.backstep.session;

import health.backstep.backbone.clock.TestClocks;
import health.backstep.backbone.erasure.ErasingPatient;
import health.backstep.backbone.erasure.PatientErasedHandler;
import health.backstep.backbone.event.Uuid7;
import health.backstep.backbone.sandbox.TestClockHandler;
import health.backstep.backbone.tenancy.Sandbox;
import health.backstep.rules.RuleSet;
import health.backstep.session.reading.RecoveryCourse;
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
  TestClockHandler testClocks(Sandbox sandbox, TestClocks clocks) {
    return new TestClockHandler(sandbox, clocks);
  }

  @Produces
  @Singleton
  PatientErasedHandler erasures(ErasingPatient erasing) {
    return new PatientErasedHandler(erasing);
  }

  @Produces
  RecoveryCourse course(RuleSet rules) {
    return new RecoveryCourse(rules, Uuid7::next);
  }
}
