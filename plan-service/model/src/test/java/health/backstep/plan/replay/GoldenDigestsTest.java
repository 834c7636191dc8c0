package health.backstep.plan.replay;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.plan.catalogue.wire.CatalogueFiles;
import health.backstep.plan.course.PlanState;
import health.backstep.plan.course.PlanVersion;
import health.backstep.plan.course.VersionKind;
import health.backstep.plan.decision.Decision;
import health.backstep.plan.fold.Rulebook;
import health.backstep.plan.fold.Step;
import health.backstep.plan.replay.GoldenFile.Golden;
import health.backstep.plan.replay.ToldHistory.Told;
import health.backstep.rules.RuleSets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a shipped rule set means does not change silently, whatever becomes of the code. When a
 * version that no plan was made with yet shall mean something else, its file is written anew:
 *
 * <pre>
 * ./mvnw test -pl plan-service/model -am -Dtest=GoldenDigestsTest \
 *     -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.write=1
 * </pre>
 *
 * where 1 is the version. Once plans were made with a version, a change needs a new rule set, and
 * the code has to keep the old meaning.
 */
class GoldenDigestsTest {

  private static final String WRITE = "golden.write";

  static List<String> versions() {
    return RuleSets.shipped().versions();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void aRuleSetGivesThePlansThatItAlwaysGave(String version) {
    if (version.equals(System.getProperty(WRITE))) {
      GoldenFile.write(
          version, GoldenHistories.all().stream().map(GoldenDigestsTest::golden).toList());
      return;
    }
    assertThat(GoldenFile.of(version))
        .hasSizeGreaterThanOrEqualTo(20)
        .allSatisfy(
            golden ->
                assertThat(lines(ToldHistory.SHIPPED, version, golden.events()))
                    .as(golden.name())
                    .isEqualTo(golden.versions()));
  }

  @Test
  void theHistoriesShowEveryKindOfVersion() {
    String current = RuleSets.shipped().current().version();
    List<String> lines =
        GoldenHistories.all().stream()
            .flatMap(told -> lines(ToldHistory.SHIPPED, current, told.events()).stream())
            .toList();

    for (VersionKind kind : VersionKind.values()) {
      assertThat(lines).anySatisfy(line -> assertThat(line).contains(" " + kind + " "));
    }
  }

  @Test
  void aChangedThresholdShows() {
    Rulebook changed =
        new Rulebook(
            CatalogueFiles.read(),
            RuleSets.of(ChangedRules.threshold("RG-MODERATE", "dosePercentLess: 30", 50)));
    String version = RuleSets.shipped().current().version();

    List<String> differing =
        GoldenHistories.all().stream()
            .filter(
                told ->
                    !lines(changed, version, told.events())
                        .equals(lines(ToldHistory.SHIPPED, version, told.events())))
            .map(ToldHistory::name)
            .toList();

    assertThat(differing)
        .contains("a moderate flare that settles")
        .doesNotContain("a mild flare that settles");
  }

  private static Golden golden(ToldHistory told) {
    String version = System.getProperty(WRITE);
    return new Golden(
        told.name(), told.events(), lines(ToldHistory.SHIPPED, version, told.events()));
  }

  /** One line for each version: number, kind, status, digest, and what the rules did. */
  private static List<String> lines(Rulebook rulebook, String version, List<Told> events) {
    List<String> lines = new ArrayList<>();
    PlanState state = PlanState.EMPTY;
    for (Told event : events) {
      Step step = rulebook.apply(state, event.under(version));
      step.version().map(GoldenDigestsTest::line).ifPresent(lines::add);
      state = step.state();
    }
    return lines;
  }

  private static String line(PlanVersion plan) {
    String deeds =
        plan.decisions().stream()
            .map(GoldenDigestsTest::deed)
            .distinct()
            .collect(Collectors.joining(", "));
    return "%d %s %s %s %s"
        .formatted(plan.number(), plan.kind(), plan.status(), plan.digest(), deeds);
  }

  private static String deed(Decision decision) {
    return decision.rule() + " " + decision.effect();
  }
}
