package health.backstep.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RuleSetTest {

  @Test
  void everyRuleGivesAReasonAndASource() {
    assertThat(RuleSet.current().rules())
        .isNotEmpty()
        .allSatisfy(
            rule -> {
              assertThat(rule.text()).endsWith(".");
              assertThat(rule.sources()).as(rule.id()).isNotEmpty();
            });
  }

  @Test
  void thresholdsAreFoundByNameAndAnUnknownOneIsRefused() {
    Rule severity = RuleSet.current().rule("FL-SEV");

    assertThat(severity.threshold("severePain")).isEqualTo(7);
    assertThatThrownBy(() -> severity.threshold("nonsense"))
        .hasMessage("rule FL-SEV has no threshold nonsense");
  }

  @Test
  void anUnknownRuleIsRefusedByName() {
    RuleSet current = RuleSet.current();

    assertThatThrownBy(() -> current.rule("XX-1"))
        .hasMessage("rule set " + current.version() + " has no rule XX-1");
  }
}
