package health.backstep.plan.regression;

import health.backstep.plan.course.Regression;
import health.backstep.plan.course.Training;
import health.backstep.rules.Rule;
import health.backstep.rules.RuleSet;
import java.time.Duration;
import java.time.Instant;

/** Whether flares come back or stay: RG-REPEAT and RG-CAP. */
final class Recurrence {

  private final Rule repeat;
  private final Rule cap;

  Recurrence(RuleSet rules) {
    this.repeat = rules.rule("RG-REPEAT");
    this.cap = rules.rule("RG-CAP");
  }

  /** One flare too many for the rules to go on alone. */
  boolean isCapped(Training training, Instant at) {
    return flares(training, at, cap.threshold("days")) >= cap.threshold("flares");
  }

  boolean isRepeated(Training training, Instant at) {
    return flares(training, at, repeat.threshold("days")) >= repeat.threshold("flares");
  }

  /** The flare has been open for longer than flares usually take. */
  boolean isLong(Regression regression, Instant at) {
    return at.isAfter(regression.openedAt().plus(Duration.ofDays(repeat.threshold("openDays"))));
  }

  /** Flares that began within the days before a time, that time included. */
  private static int flares(Training training, Instant at, int days) {
    Instant since = at.minus(Duration.ofDays(days));
    return (int)
        training.flares().stream()
            .filter(began -> began.isAfter(since) && !began.isAfter(at))
            .count();
  }
}
