package health.backstep.safety.property;

import health.backstep.plan.course.PlanVersion;
import health.backstep.plan.decision.Decision;
import health.backstep.plan.routine.Item;
import health.backstep.rules.Rule;
import health.backstep.safety.run.Ground;
import health.backstep.safety.run.RunStep;
import java.util.Optional;

/** Property 7: every item and every decision can be looked up, every difference has a decision. */
final class AllIsExplained implements Steps.Judge {

  private final Ground ground;

  AllIsExplained(Ground ground) {
    this.ground = ground;
  }

  @Override
  public boolean concerns(RunStep step) {
    return step.version().isPresent();
  }

  @Override
  public Optional<String> fault(RunStep step) {
    return step.version().flatMap(plan -> fault(step.before().current(), plan));
  }

  private Optional<String> fault(Optional<PlanVersion> before, PlanVersion after) {
    for (Item item : after.routine().items()) {
      Optional<String> fault = ItemReasons.fault(item, ground);
      if (fault.isPresent()) {
        return fault;
      }
    }
    for (Decision decision : after.decisions()) {
      Optional<String> fault = fault(decision);
      if (fault.isPresent()) {
        return fault;
      }
    }
    return new Differences(after.decisions()).unexplained(before, after);
  }

  private Optional<String> fault(Decision decision) {
    Optional<Rule> named = ground.rules().find(decision.rule());
    if (named.filter(rule -> rule.version() == decision.ruleVersion()).isEmpty()) {
      return Optional.of("a decision names " + decision.rule() + ", which is no rule in force");
    }
    Rule rule = named.get();
    return decision.text().isBlank()
            || decision.sources().isEmpty()
            || !rule.sources().containsAll(decision.sources())
            || rule.evidence() != decision.evidence()
        ? Optional.of("the decision by " + rule.id() + " lacks a reason or its sources")
        : Optional.empty();
  }
}
