package health.backstep.safety.history;

import health.backstep.plan.catalogue.Direction;
import health.backstep.plan.history.PlanEvent.Activity;
import health.backstep.plan.history.PlanEvent.Acuity;
import health.backstep.plan.history.PlanEvent.RiskGroup;
import health.backstep.plan.routine.Bias;
import health.backstep.plan.routine.Fear;
import health.backstep.plan.routine.Stage;
import health.backstep.safety.history.Findings.Triage;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is found in a patient, again and again and not always the same. */
final class Patient {

  private static final Triage[] TRIAGES = Triage.values();

  private final Chance chance;
  private final boolean steady;
  private final Bias bias;
  private final Acuity acuity;
  private final RiskGroup risk;
  private final Fear fear;
  private final int spare;
  private int pain;

  Patient(Chance chance, Course course) {
    this.chance = chance;
    this.steady = course == Course.STEADY;
    this.bias = chance.in100(40) ? Bias.NONE : chance.of(Bias.values());
    this.acuity = chance.in100(40) ? Acuity.CHRONIC : chance.of(Acuity.values());
    this.risk = chance.in100(40) ? RiskGroup.HIGH : chance.of(RiskGroup.values());
    this.fear = chance.of(Fear.values());
    this.spare = chance.of(0, 0, 20, 70);
    this.pain = chance.between(2, 10);
  }

  Findings findings() {
    Bias found = chance.in100(85) ? bias : chance.of(Bias.values());
    return new Findings(
        TRIAGES[chance.weighted(steady ? 97 : 86, 6, 4, 3)],
        acuity,
        steady && chance.in100(75) ? Stage.BUILD : chance.of(Stage.values()),
        found,
        forbidden(found),
        risk,
        chance.of(Activity.values()),
        chance.in100(6),
        eased(),
        chance.in100(80) ? fear : chance.of(Fear.values()));
  }

  /** Mostly it hurts less from one assessment to the next, so that other directions open. */
  private int eased() {
    int found = pain;
    int step = chance.in100(70) ? -chance.between(0, 3) : chance.between(0, 4);
    pain = Math.clamp(pain + step, 0, 10);
    return found;
  }

  /** In how many of 100 exercises more was done than asked. */
  int spare() {
    return spare;
  }

  /** Tests never forbid the direction that they prefer; in the worst case they forbid all. */
  private Set<Direction> forbidden(Bias found) {
    Set<Direction> some =
        switch (chance.weighted(65, 30, 5)) {
          case 0 -> Set.of();
          case 1 -> Set.of(chance.of(Direction.values()));
          default -> Set.of(Direction.values());
        };
    return some.stream()
        .filter(direction -> direction != Direction.NEUTRAL)
        .filter(direction -> !found.direction().equals(Optional.of(direction)))
        .collect(Collectors.toUnmodifiableSet());
  }
}
