package health.backstep.plan.fold;

import health.backstep.plan.catalogue.Catalogue;
import health.backstep.plan.course.PlanState;
import health.backstep.plan.history.FoldedEvent;
import health.backstep.rules.RuleSets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The fold of each version of the rule set. A new event is folded under the current one; when a
 * plan is made again, each event is folded under the one that it was folded under at first.
 */
public final class Rulebook {

  private final Catalogue catalogue;
  private final RuleSets ruleSets;
  private final Map<String, PlanFold> folds = new ConcurrentHashMap<>();

  public Rulebook(Catalogue catalogue, RuleSets ruleSets) {
    this.catalogue = catalogue;
    this.ruleSets = ruleSets;
  }

  /** The version that new events are folded under. */
  public String currentVersion() {
    return ruleSets.current().version();
  }

  public PlanFold current() {
    return version(currentVersion());
  }

  /**
   * The fold under a version of the rule set.
   *
   * @throws IllegalArgumentException naming the known ones when there is no such version
   */
  public PlanFold version(String rulesetVersion) {
    return folds.computeIfAbsent(
        rulesetVersion, version -> new PlanFold(catalogue, ruleSets.version(version)));
  }

  /** Applies an event under its own version. */
  public Step apply(PlanState state, FoldedEvent event) {
    return version(event.rulesetVersion()).apply(state, event.event());
  }

  /** The state that a history leads to. */
  public PlanState fold(List<FoldedEvent> history) {
    PlanState state = PlanState.EMPTY;
    for (FoldedEvent event : history) {
      state = apply(state, event).state();
    }
    return state;
  }
}
