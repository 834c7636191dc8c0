package health.backstep.safety.property;

import health.backstep.plan.course.PlanVersion;
import health.backstep.plan.decision.Decision;
import health.backstep.rules.Rule;
import health.backstep.safety.run.Ground;
import health.backstep.safety.run.RunStep;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Property 7: every decision can be looked up, and every difference has a decision. */
final class AllIsExplained implements Steps.Judge {

  private final Map<String, Rule> rules;

  AllIsExplained(Ground ground) {
    this.rules =
        ground.rules().rules().stream().collect(Collectors.toMap(Rule::id, Function.identity()));
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
    for (Decision decision : after.decisions()) {
      Rule rule = rules.get(decision.rule());
      if (rule == null || rule.version() != decision.ruleVersion()) {
        return Optional.of("a decision names " + decision.rule() + ", which is no rule in force");
      }
      if (decision.text().isBlank()
          || decision.sources().isEmpty()
          || !rule.sources().containsAll(decision.sources())
          || rule.evidence() != decision.evidence()) {
        return Optional.of("the decision by " + rule.id() + " lacks a reason or its sources");
      }
    }
    return new Differences(after.decisions()).unexplained(before, after);
  }
}
