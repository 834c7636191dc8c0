package health.backstep.simulation;

import health.backstep.plan.catalogue.Catalogue;
import health.backstep.plan.fold.PlanFold;
import health.backstep.rules.RuleSet;
import java.time.Instant;

/**
 * Lives a history as the three services would have: each record is screened or read, told to the
 * others and folded into the plan before the next one is looked at.
 *
 * <p>It differs from living it in three ways. Records are taken in the order of their times and
 * never arrive late. An event has its record's time, not the time of the call. And the end of a
 * clearance is noticed before the next record, because somebody looks at the plan then; after the
 * last record nobody looks.
 */
public final class Simulation {

  private final RuleSet rules;
  private final PlanFold fold;

  /** Simulates by this rule set. */
  public Simulation(Catalogue catalogue, RuleSet rules) {
    this.rules = rules;
    this.fold = new PlanFold(catalogue, rules);
  }

  /**
   * Lives the history.
   *
   * @param now the time that no record may lie after
   * @throws health.backstep.wire.Refused naming the place of the first record that session-service
   *     would have refused, because it does not fit the plan of its time
   */
  public Simulated run(PatientHistory history, Instant now) {
    return new Life(history, fold, rules, now).live();
  }
}
