package health.backstep.session.reading;

import health.backstep.rules.Rule;
import health.backstep.rules.RuleSet;
import java.time.Duration;
import java.util.Optional;

/** FL-1: pain 2 or more above the usual for 2 hours or longer. */
final class LastingRise {

  private final Rule rule;

  LastingRise(RuleSet rules) {
    this.rule = rules.rule("FL-1");
  }

  /** High enough and known to have lasted: this wins over soreness. */
  boolean known(double rise, Optional<Duration> lasted) {
    return high(rise) && lasted.filter(this::longEnough).isPresent();
  }

  /**
   * High enough and perhaps lasting. A rise of unknown length is taken for a flare rather than
   * waited out, unless soreness explains it.
   */
  boolean possible(double rise, Optional<Duration> lasted) {
    return high(rise) && lasted.map(this::longEnough).orElse(true);
  }

  private boolean high(double rise) {
    return rise >= rule.threshold("rise");
  }

  private boolean longEnough(Duration lasted) {
    return lasted.compareTo(Duration.ofHours(rule.threshold("hours"))) >= 0;
  }
}
