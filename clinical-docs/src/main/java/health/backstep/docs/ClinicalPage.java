package health.backstep.docs;

import health.backstep.plan.catalogue.Block;
import health.backstep.plan.catalogue.Catalogue;
import health.backstep.rules.RuleSet;
import health.backstep.rules.Sources;
import java.util.List;

/** The page {@code docs/clinical.md}. */
final class ClinicalPage {

  private final RuleSet rules;
  private final Sources sources;
  private final Catalogue catalogue;

  ClinicalPage(RuleSet rules, Sources sources, Catalogue catalogue) {
    this.rules = rules;
    this.sources = sources;
    this.catalogue = catalogue;
  }

  String text() {
    Markdown page = new Markdown();
    page.paragraph("<!-- Written by ./backstep docs from rules, sources and catalogue. -->");
    page.heading(1, "The clinical ground of Backstep");
    page.paragraph(summary());
    page.heading(2, "The course of a plan").paragraph(PlanFlow.chart(rules));
    page.heading(2, "How well a rule is founded");
    page.paragraph(
        "Callers see the grade with each reason. Nothing pretends to be better founded.");
    new Grades(rules).write(page);
    page.heading(2, "Rules");
    page.paragraph(
        "When two rules disagree, the more careful effect wins. Thresholds stand in one file, the"
            + " rule set; a plan names the version that it was made with.");
    new RuleTables(rules).write(page);
    page.heading(2, "Ladders").paragraph(ladders());
    List.of(Block.values()).forEach(block -> page.paragraph(picture(block)));
    page.heading(2, "Who says what about each exercise");
    page.paragraph(
        "✓ recommends, (✓) recommends with a condition, ✗ advises against. Where sources"
            + " contradict each other the exercise is contested: it comes in the build stage only,"
            + " with clearance for loading ("
            + Markdown.link("PL-AVOID")
            + "). Exercises that no article names are ours and graded as such.");
    new StanceTable(catalogue, sources).write(page);
    page.heading(2, "Sources");
    new SourceList(sources).write(page);
    return page.toString();
  }

  private String summary() {
    long levels =
        catalogue.all().stream()
            .filter(StanceTable::isForPlans)
            .mapToLong(exercise -> exercise.levels().size())
            .sum();
    long inPlans = catalogue.all().stream().filter(StanceTable::isForPlans).count();
    return ("Why a plan says what it says: %d rules in version %s of the rule set, %d exercises with"
            + " %d levels (and %d that are never in a plan), %d sources. Backstep supports"
            + " self-management; it is no medical device.")
        .formatted(
            rules.rules().size(),
            rules.version(),
            inPlans,
            levels,
            catalogue.all().size() - inPlans,
            sources.all().size());
  }

  private static String ladders() {
    return "Each row is an exercise, each box a level with its amount, from easier on the left to"
        + " harder on the right. An arrow leads from the last level of an exercise to its harder"
        + " neighbour. The colour is the purpose, one of the eight priorities of "
        + Markdown.link("CONC-ORDER")
        + ".";
  }

  private static String picture(Block block) {
    String name = Words.of(block);
    return "![Ladders of the block "
        + name
        + ": exercises by level, with amounts and neighbours]("
        + ClinicalDocs.picture(block)
        + ")";
  }
}
