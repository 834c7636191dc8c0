package health.backstep.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
    assertThatThrownBy(() -> RuleSet.current().rule("XX-1"))
        .hasMessage("rule set 1 has no rule XX-1");
  }

  @Test
  void aRuleNamedTwiceIsRefused() {
    String rule = "{id: A, version: 1, when: w, then: t, text: x, evidence: design}";

    assertThatThrownBy(() -> read("{version: '1', rules: [" + rule + ", " + rule + "]}"))
        .hasMessage("rule set 1 names A twice");
  }

  @Test
  void anUnknownFieldIsRefusedByName() {
    assertThatThrownBy(() -> read("{version: '1', rules: [], colour: red}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("colour");
  }

  private static RuleSet read(String yaml) throws IOException {
    return RuleSet.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
  }
}
