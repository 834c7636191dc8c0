package health.backstep.docs;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.docs.Citations.Citation;
import health.backstep.plan.catalogue.Catalogue;
import health.backstep.plan.catalogue.wire.CatalogueFiles;
import health.backstep.rules.Exclusion;
import health.backstep.rules.Rule;
import health.backstep.rules.RuleSet;
import health.backstep.rules.Source;
import health.backstep.rules.Sources;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything that the sources say is used or named as unused, and everything used is tested. */
class TraceabilityTest {

  private static final Sources SOURCES = Sources.read();
  private static final RuleSet RULES = RuleSet.current();
  private static final Catalogue CATALOGUE = CatalogueFiles.read();
  private static final List<Citation> CITATIONS = Citations.of(RULES, CATALOGUE);
  private static final List<String> ROWS = Repository.list("/rules.txt");

  @Test
  void theSourcesHoldEveryStatementOfTheArticlesAndNoOther() {
    List<String> statements =
        SOURCES.all().stream()
            .filter(source -> source instanceof Source.Statement)
            .map(Source::id)
            .toList();

    assertThat(statements).containsExactlyInAnyOrderElementsOf(Repository.list("/statements.txt"));
  }

  @Test
  void everySourceIsCitedByARuleAnExerciseOrAnEducationItemOrIsANamedExclusion() {
    Set<String> excluded =
        SOURCES.exclusions().stream().map(Exclusion::id).collect(Collectors.toSet());

    assertThat(SOURCES.all())
        .as("sources that nothing cites")
        .filteredOn(source -> !excluded.contains(source.id()))
        .filteredOn(source -> CITATIONS.stream().noneMatch(it -> cites(it, source)))
        .extracting(Source::id)
        .isEmpty();
  }

  /** Who cites a statement cites its article. */
  private static boolean cites(Citation citation, Source source) {
    return switch (source) {
      case Source.Article article -> citation.source().startsWith(article.id() + "-");
      case Source.Statement statement -> citation.source().equals(statement.id());
      case Source.Paper paper -> citation.source().equals(paper.id());
    };
  }

  @Test
  void anExclusionIsCitedByNothing() {
    assertThat(SOURCES.exclusions())
        .allSatisfy(
            exclusion ->
                assertThat(CITATIONS)
                    .as(exclusion.id())
                    .noneMatch(it -> it.source().equals(exclusion.id())));
  }

  @Test
  void everyCitationExists() {
    assertThat(CITATIONS)
        .as("citations of sources that do not exist")
        .filteredOn(citation -> !SOURCES.has(citation.source()))
        .isEmpty();
  }

  @Test
  void anExercisesStatementIsOneOfTheSourceThatItNames() {
    assertThat(CATALOGUE.all())
        .flatMap(exercise -> exercise.stances())
        .filteredOn(stance -> stance.statement() != null)
        .allMatch(stance -> stance.statement().startsWith(stance.source() + "-"));
  }

  @Test
  void everyRowOfTheClinicalRulesIsInTheRuleSet() {
    List<String> ids = RULES.rules().stream().map(Rule::id).toList();

    assertThat(ROWS)
        .as("rules that the rule set lacks")
        .filteredOn(row -> !has(ids, row))
        .isEmpty();
  }

  @Test
  void everyRowOfTheClinicalRulesIsShownByATest() {
    Set<String> tags = Repository.ruleTags();

    assertThat(ROWS)
        .as("rules without a test; mark one with @Tag(\"<rule id>\")")
        .filteredOn(row -> !has(tags, row))
        .isEmpty();
  }

  @Test
  void everyTagNamesARuleOrASource() {
    Set<String> rules =
        Stream.concat(ROWS.stream(), RULES.rules().stream().map(Rule::id))
            .collect(Collectors.toSet());

    assertThat(Repository.ruleTags())
        .as("tags of no rule and no source")
        .filteredOn(tag -> !rules.contains(tag) && !SOURCES.has(tag))
        .isEmpty();
  }

  @Test
  void tagsAreFoundInSource() {
    assertThat(Repository.ruleTags("@Tag(\"RG-MILD\")\n@Test @Tag( \"PR-1\" ) @Tag(\"slow\")"))
        .containsExactly("RG-MILD", "PR-1");
  }

  /** A row such as PROM may stand for several rules, PROM-ODI among them. */
  private static boolean has(Iterable<String> ids, String row) {
    for (String id : ids) {
      if (id.equals(row) || id.startsWith(row + "-")) {
        return true;
      }
    }
    return false;
  }
}
