package health.backstep.safety.property;

import health.backstep.plan.catalogue.Block;
import health.backstep.plan.catalogue.Kind;
import health.backstep.plan.course.PlanVersion;
import health.backstep.plan.routine.Item;
import health.backstep.safety.run.RunStep;
import java.util.List;
import java.util.Optional;

/**
 * Property 6: a plan that shows exercises begins with a warm-up that moves (DERRY-WARMUP: stiffness
 * and range of motion first); a resting position alone is none.
 */
final class WarmUpStays implements Steps.Judge {

  @Override
  public boolean concerns(RunStep step) {
    return step.shown().isPresent();
  }

  @Override
  public Optional<String> fault(RunStep step) {
    return step.shown().flatMap(WarmUpStays::fault);
  }

  private static Optional<String> fault(PlanVersion plan) {
    List<Item> items = plan.routine().items();
    if (items.stream().noneMatch(WarmUpStays::warmsUp)) {
      return Optional.of("there is no warm-up in " + items.stream().map(Item::words).toList());
    }
    return items.getFirst().exercise().block() == Block.WARM_UP
        ? Optional.empty()
        : Optional.of("it begins with " + items.getFirst().exerciseId());
  }

  private static boolean warmsUp(Item item) {
    return item.exercise().block() == Block.WARM_UP && item.exercise().kind() != Kind.RELIEF;
  }
}
