package health.backstep.docs;

import health.backstep.rules.Rule;
import health.backstep.rules.RuleSet;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The rules by chapter: when, then, at which numbers, on what ground. */
final class RuleTables {

  private final RuleSet rules;

  RuleTables(RuleSet rules) {
    this.rules = rules;
  }

  void write(Markdown page) {
    for (Chapter chapter : Chapter.values()) {
      List<Rule> own = rules.rules().stream().filter(rule -> Chapter.of(rule) == chapter).toList();
      if (!own.isEmpty()) {
        page.heading(3, chapter.title()).paragraph(chapter.introduction());
        page.tableHead("Rule", "When", "Then, and what the patient reads", "Numbers", "Ground");
        own.forEach(rule -> row(page, rule));
        page.end();
      }
    }
  }

  private static void row(Markdown page, Rule rule) {
    page.row(
        Markdown.anchor(rule.id()) + "**" + rule.id() + "**" + version(rule),
        Words.capitalised(rule.when()) + ".",
        Words.capitalised(rule.then()) + ".<br>*" + rule.text() + "*",
        numbers(rule),
        "**" + rule.evidence().label() + "**: " + Markdown.links(rule.sources()));
  }

  private static String version(Rule rule) {
    return rule.version() == 1 ? "" : " v" + rule.version();
  }

  private static String numbers(Rule rule) {
    return new TreeMap<>(rule.thresholds())
        .entrySet().stream()
            .map(it -> Words.ofCamelCase(it.getKey()) + ": " + it.getValue())
            .collect(Collectors.joining("<br>"));
  }
}
