package health.backstep.plan.course.edge;

import health.backstep.plan.catalogue.Catalogue;
import health.backstep.plan.catalogue.Exercise;
import health.backstep.plan.course.PlanVersion;
import health.backstep.plan.course.edge.PlanView.DecisionView;
import health.backstep.plan.course.edge.PlanView.InstructionsView;
import health.backstep.plan.course.edge.PlanView.ItemView;
import health.backstep.plan.course.edge.PlanView.ReasonView;
import health.backstep.plan.education.edge.EducationFile;
import health.backstep.plan.routine.Item;
import health.backstep.plan.routine.Reasons;
import health.backstep.plan.routine.RoutineBuilder;
import health.backstep.rules.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Puts a plan version into words. */
@ApplicationScoped
public class PlanViews {

  private final RoutineBuilder builder;
  private final Reasons reasons;
  private final EducationFile education;

  PlanViews(RoutineBuilder builder, RuleSet rules, EducationFile education) {
    this.builder = builder;
    this.reasons = new Reasons(rules);
    this.education = education;
  }

  /** The words of another rule set. */
  public static PlanViews by(Catalogue catalogue, RuleSet rules, EducationFile education) {
    return new PlanViews(new RoutineBuilder(catalogue, rules), rules, education);
  }

  public PlanView view(UUID patientId, PlanVersion plan) {
    List<ItemView> items = new ArrayList<>();
    plan.routine().items().forEach(item -> items.add(item(items.size() + 1, item)));
    return new PlanView(
        patientId,
        plan.number(),
        plan.kind(),
        plan.status(),
        plan.stage(),
        plan.policy(),
        plan.regressed(),
        plan.restUntil().orElse(null),
        plan.sessionsPerWeek(),
        builder.seconds(plan.routine()),
        items,
        plan.education().stream().map(education::item).toList(),
        plan.cause(),
        plan.decisions().stream().map(DecisionView::of).toList(),
        plan.rulesetVersion(),
        plan.digest());
  }

  private ItemView item(int position, Item item) {
    Exercise exercise = item.exercise();
    return new ItemView(
        position,
        exercise.block(),
        exercise.id(),
        exercise.name(),
        item.level(),
        exercise.level(item.level()).variation(),
        exercise.purpose(),
        item.dose(),
        new InstructionsView(
            exercise.what(), exercise.feel(), item.dose().amount(), exercise.stopSigns()),
        reasons.of(item).stream().map(ReasonView::of).toList());
  }
}
