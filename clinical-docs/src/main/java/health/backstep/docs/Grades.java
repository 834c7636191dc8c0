package health.backstep.docs;

import health.backstep.rules.Evidence;
import health.backstep.rules.RuleSet;

/** What each grade of evidence means, and how many rules have it. */
final class Grades {

  private final RuleSet rules;

  Grades(RuleSet rules) {
    this.rules = rules;
  }

  void write(Markdown page) {
    page.tableHead("Grade", "What it means", "Rules");
    for (Evidence grade : Evidence.values()) {
      long count = rules.rules().stream().filter(rule -> rule.evidence() == grade).count();
      page.row("**" + grade.label() + "**", meaning(grade), Long.toString(count));
    }
    page.end();
  }

  private static String meaning(Evidence grade) {
    return switch (grade) {
      case GUIDELINE -> "A clinical guideline for low back pain, or for exercise, says so.";
      case TRIAL -> "A study with patients shows it: a trial, a cohort or a validated measure.";
      case CONSENSUS -> "Experts agree on it, by a published process or in a textbook.";
      case SOURCE_ARTICLE -> "One of the five articles that Backstep is built on says so.";
      case EXTRAPOLATED -> "Shown for another part of the body or another condition.";
      case DESIGN -> "Our own choice, made on the careful side; no evidence was found.";
    };
  }
}
