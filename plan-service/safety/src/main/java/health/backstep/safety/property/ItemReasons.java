package health.backstep.safety.property;

import health.backstep.plan.catalogue.Exercise;
import health.backstep.plan.routine.Item;
import health.backstep.plan.routine.Reason;
import health.backstep.plan.routine.Reasons;
import health.backstep.safety.run.Ground;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether each item says which rule, why and after whom. Reasons depend on the exercise alone, so
 * each exercise is judged once.
 */
final class ItemReasons {

  private static final int KEPT = 10_000;

  /** By the very exercise; comparing whole ones would cost more than judging them. */
  private static final ThreadLocal<Map<Exercise, Optional<String>>> JUDGED =
      ThreadLocal.withInitial(IdentityHashMap::new);

  private ItemReasons() {}

  static Optional<String> fault(Item item, Ground ground) {
    Map<Exercise, Optional<String>> judged = JUDGED.get();
    Optional<String> known = judged.get(item.exercise());
    if (known == null) {
      known = judge(item, ground);
      if (judged.size() < KEPT) {
        judged.put(item.exercise(), known);
      }
    }
    return known;
  }

  private static Optional<String> judge(Item item, Ground ground) {
    List<Reason> reasons = new Reasons(ground.rules()).of(item);
    if (reasons.isEmpty()) {
      return Optional.of(item.exerciseId() + " has no reason");
    }
    return reasons.stream()
        .filter(reason -> !isWhole(reason, ground))
        .findFirst()
        .map(
            reason ->
                "the reason of %s by %s lacks words or a known source: %s"
                    .formatted(item.exerciseId(), reason.rule(), reason.sources()));
  }

  private static boolean isWhole(Reason reason, Ground ground) {
    return ground.rules().find(reason.rule()).isPresent()
        && !reason.text().isBlank()
        && !reason.sources().isEmpty()
        && reason.sources().stream().allMatch(ground.sources()::has);
  }
}
