package health.backstep.session.reading;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.rules.RuleSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Limits that two rules share fit together: no pain and no hour falls between them. */
class ReadingLimitsTest {

  private final RuleSet rules = RuleSet.current();

  @Test
  @Tag("PM-GREEN")
  @Tag("PM-AMBER")
  @Tag("PM-RED")
  void amberBeginsWhereGreenEndsAndEndsWhereRedBegins() {
    assertThat(limit("PM-AMBER", "painOver"))
        .isEqualTo(limit("PM-GREEN", "painUpTo"))
        .isLessThan(limit("PM-RED", "painOver"));
  }

  @Test
  @Tag("SO-1")
  @Tag("SO-2")
  void anAcheIsSorenessUntilItIsAFlare() {
    assertThat(limit("SO-2", "hours")).isEqualTo(limit("SO-1", "hours"));
  }

  @Test
  @Tag("SO-1")
  @Tag("FL-SEV")
  void noAcheOfASevereFlaresStrengthIsSoreness() {
    assertThat(limit("SO-1", "painUpTo")).isLessThan(limit("FL-SEV", "severePain"));
  }

  private int limit(String rule, String threshold) {
    return rules.rule(rule).threshold(threshold);
  }
}
