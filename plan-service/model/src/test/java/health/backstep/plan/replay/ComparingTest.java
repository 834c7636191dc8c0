package health.backstep.plan.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import health.backstep.plan.catalogue.Catalogue;
import health.backstep.plan.catalogue.wire.CatalogueFiles;
import health.backstep.plan.fold.PlanFold;
import health.backstep.plan.history.FoldedEvent;
import health.backstep.plan.history.PlanEvent;
import health.backstep.plan.replay.Comparing.Compared;
import health.backstep.rules.RuleSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What another rule set would have given, patient by patient. */
class ComparingTest {

  private static final Catalogue CATALOGUE = CatalogueFiles.read();
  private static final RuleSet NOW = RuleSet.current();
  private static final RuleSet HALF_THE_DOSE =
      ChangedRules.threshold("RG-MODERATE", "dosePercentLess: 30", 50);

  private static final ToldHistory MODERATE =
      ToldHistory.begun("moderate", "CONTROL", "EXTENSION")
          .day(2)
          .flare("f", "MODERATE", "bridge")
          .day(5)
          .settles("f");
  private static final ToldHistory MILD =
      ToldHistory.begun("mild", "CONTROL", "EXTENSION")
          .day(2)
          .flare("f", "MILD", "bridge")
          .day(4)
          .settles("f");

  @Test
  void aRuleSetComparedWithItselfGivesNoDifference() {
    assertThat(compare(NOW, NOW, MODERATE).contrasts()).isEmpty();
  }

  @Test
  void aLowerDoseAfterModerateFlaresShowsInThoseVersionsOnly() {
    Compared compared = compare(NOW, HALF_THE_DOSE, MODERATE);

    assertThat(compared.versionsBefore()).isEqualTo(3);
    assertThat(compared.versionsAfter()).isEqualTo(3);
    assertThat(compared.contrasts()).hasSize(1);
    Contrast contrast = compared.contrasts().getFirst();
    assertThat(contrast.version()).isEqualTo(2);
    assertThat(contrast.cause().type()).isEqualTo("pt.session.pain-flare-reported.v1");
    assertThat(contrast.rules()).containsExactly("RG-MODERATE");
    assertThat(contrast.seen())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).containsPattern("^[a-z0-9-]+: old .+, new .+$"));
  }

  @Test
  void aCourseThatTheChangeDoesNotTouchIsEqual() {
    assertThat(compare(NOW, HALF_THE_DOSE, MILD).contrasts()).isEmpty();
  }

  @Test
  void aVersionThatOnlyOneRuleSetMakesIsADifferenceOfItsRule() {
    ToldHistory greens = ToldHistory.begun("greens", "BUILD", "NONE").greenSessions(3);
    RuleSet later = ChangedRules.threshold("PR-1", "greenSessions: 3", 4);

    Compared compared = compare(NOW, later, greens);

    assertThat(compared.versionsBefore()).isEqualTo(compared.versionsAfter() + 1);
    assertThat(compared.parting())
        .hasValueSatisfying(
            contrast -> {
              assertThat(contrast.rules()).contains("PR-1");
              assertThat(contrast.seen())
                  .containsExactly("the plan changes under the old rule set only");
            });
  }

  @Test
  void theComparisonCountsPatientsVersionsAndRules() {
    Comparison comparison = new Comparison(1);
    comparison.add(new UUID(0, 1), compare(NOW, HALF_THE_DOSE, MODERATE));
    comparison.add(new UUID(0, 2), compare(NOW, HALF_THE_DOSE, MILD));
    comparison.add(new UUID(0, 3), compare(NOW, HALF_THE_DOSE, MODERATE));

    assertThat(comparison.patients()).isEqualTo(3);
    assertThat(comparison.patientsDiffering()).isEqualTo(2);
    assertThat(comparison.versionsBefore()).isEqualTo(9);
    assertThat(comparison.versionsDiffering()).isEqualTo(2);
    assertThat(comparison.versionsWithOtherReasons()).isZero();
    assertThat(comparison.byRule()).containsOnly(entry("RG-MODERATE", 2));
    assertThat(comparison.examples())
        .extracting(Comparison.FirstParting::patientId)
        .containsExactly(new UUID(0, 1));
  }

  private static Compared compare(RuleSet before, RuleSet after, ToldHistory history) {
    List<PlanEvent> events = history.under(NOW.version()).stream().map(FoldedEvent::event).toList();
    return new Comparing(new PlanFold(CATALOGUE, before), new PlanFold(CATALOGUE, after))
        .compare(events);
  }
}
