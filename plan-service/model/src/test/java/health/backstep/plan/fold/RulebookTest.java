package health.backstep.plan.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.backstep.plan.course.PlanState;
import health.backstep.plan.course.PlanVersion;
import health.backstep.plan.history.FoldedEvent;
import health.backstep.plan.history.PlanEvent.Severity;
import health.backstep.plan.routine.Bias;
import health.backstep.plan.routine.Stage;
import health.backstep.rules.RuleSet;
import health.backstep.rules.RuleSets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each event is folded under the rule set that it was folded under at first. */
class RulebookTest {

  private static final String OLD = RuleSet.current().version();

  private final Story story =
      Story.of(Stage.CONTROL, Bias.EXTENSION)
          .begin()
          .day(2)
          .flare("first", Severity.MODERATE, "bridge")
          .day(20)
          .settles("first")
          .day(30)
          .flare("second", Severity.MODERATE, "bridge");

  @Test
  void newEventsAreFoldedUnderTheLastRuleSet() throws IOException {
    Rulebook rulebook = new Rulebook(Story.CATALOGUE, RuleSets.of(RuleSet.current(), gentler()));

    assertThat(rulebook.currentVersion()).isEqualTo("gentler");
    assertThat(rulebook.current()).isSameAs(rulebook.version("gentler"));
  }

  @Test
  void aLaterRuleSetDoesNotChangeWhatCameBeforeIt() throws IOException {
    Rulebook rulebook = new Rulebook(Story.CATALOGUE, RuleSets.of(RuleSet.current(), gentler()));
    List<FoldedEvent> past = story.folded(OLD);

    assertThat(rulebook.fold(past)).isEqualTo(story.replayed());
  }

  @Test
  void fromTheEventOnThatIsFoldedUnderItALaterRuleSetCounts() throws IOException {
    Rulebook rulebook = new Rulebook(Story.CATALOGUE, RuleSets.of(RuleSet.current(), gentler()));
    List<FoldedEvent> past = story.folded(OLD);
    FoldedEvent last = past.getLast();
    PlanState before = rulebook.fold(past.subList(0, past.size() - 1));

    PlanVersion under =
        rulebook.apply(before, new FoldedEvent(last.event(), "gentler")).version().orElseThrow();

    assertThat(under.rulesetVersion()).isEqualTo("gentler");
    assertThat(under.routine().load()).isLessThan(story.plan().routine().load());
    assertThat(before.current().orElseThrow().rulesetVersion()).isEqualTo(OLD);
  }

  @Test
  void aVersionThatIsNotShippedIsRefusedNamingThoseThatAre() {
    Rulebook rulebook = new Rulebook(Story.CATALOGUE, RuleSets.of(RuleSet.current()));
    List<FoldedEvent> foreign = story.folded("99");

    assertThatThrownBy(() -> rulebook.fold(foreign))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no rule set 99; there are: " + OLD);
  }

  /** A moderate flare takes half of the dose away. */
  private static RuleSet gentler() throws IOException {
    try (InputStream in = RuleSet.class.getResourceAsStream("/rulesets/ruleset-" + OLD + ".yaml")) {
      String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String gentler =
          yaml.replaceFirst("(?m)^version: .*$", "version: gentler")
              .replace("dosePercentLess: 30", "dosePercentLess: 50");
      assertThat(gentler).contains("dosePercentLess: 50");
      return RuleSet.read(new ByteArrayInputStream(gentler.getBytes(StandardCharsets.UTF_8)));
    }
  }
}
